import { RiQuestionMark, type RemixiconComponentType } from '@remixicon/react';
import type { ChipFamily } from './StatusChip';

type Look = [RemixiconComponentType, ChipFamily];

/** The look of a word that only a newer backend knows: its text says what it is. */
export const unknownLook: Look = [RiQuestionMark, 'neutral'];

/** The look of a word, or that of one that is not known. */
export function lookOf<T>(
  looks: Readonly<Record<string, T>>,
  word: string,
  unknown: T,
): T {
  return Object.hasOwn(looks, word) ? looks[word] : unknown;
}

/** The icon of a word, or that of one that is not known. */
export function iconOf(
  icons: Readonly<Record<string, RemixiconComponentType>>,
  word: string,
): RemixiconComponentType {
  return lookOf(icons, word, unknownLook[0]);
}
