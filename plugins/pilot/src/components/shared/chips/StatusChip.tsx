import { type RemixiconComponentType, RiQuestionMark } from '@remixicon/react';
import { Badge } from '@backstage/ui';
import classes from './StatusChip.module.css';

type Look = [RemixiconComponentType, ChipFamily];

/** The look of a word that only a newer backend knows: its text says what it is. */
export const unknownLook: Look = [RiQuestionMark, 'neutral'];

/** The colours a chip can have; what it says never depends on them. */
export type ChipFamily =
  | 'neutral'
  | 'announcement'
  | 'positive'
  | 'negative'
  | 'warning'
  /** Neutral with a dashed border, for what is not known. */
  | 'open'
  /** No ground at all. */
  | 'plain';

/** A short word with its icon, in a colour that both themes can be read in. */
export function StatusChip(props: {
  icon: RemixiconComponentType;
  family: ChipFamily;
  children: string;
}) {
  const { icon: Icon, family, children } = props;
  return (
    <Badge
      size="small"
      icon={<Icon size={16} aria-hidden="true" />}
      className={`${classes.chip} ${classes[family]}`}
    >
      {children}
    </Badge>
  );
}

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
