import type { SimilarSubject } from './types';
import { titleOf, type Title } from './Title';
import { wordsOf, type Word } from './words';

/** Parts of a subject or candidate that are compared. */
export interface DescribedSubject {
  readonly ref?: string;
  readonly capability: string | null;
  readonly title: Title;
  readonly words: readonly Word[];
  /** Of all words, each once. */
  readonly grams: readonly string[];
}

export function described(subject: SimilarSubject): DescribedSubject {
  const words = wordsOf(subject.title, subject.text);
  return {
    ref: subject.ref,
    capability: subject.capability?.trim() || null,
    title: titleOf(subject.title),
    words,
    grams: [...new Set(words.flatMap(word => word.grams))],
  };
}
