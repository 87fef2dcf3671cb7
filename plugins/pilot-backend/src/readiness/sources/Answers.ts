import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { SourceAnswer } from '@pilot-to-platform/plugin-pilot-node';
import { Surroundings } from '../facts/Surroundings';

/** Answer of a source of our own to a check, always with the reason. */
export type Answer = Omit<SourceAnswer, 'check'> & { readonly note: string };

/**
 * Answers one check of an entity. Null where there is nothing to say, which
 * takes an earlier answer back.
 */
export type Answerer = (
  subject: Surroundings,
  check: CheckDefinition,
) => Answer | null;

/** The answerers of a source, by the check that they answer. */
export type Answerers = Readonly<Record<string, Answerer>>;

export const pass = (note: string, evidence?: string): Answer => ({
  verdict: 'pass',
  note,
  ...(evidence && { evidence }),
});

export const fail = (note: string): Answer => ({ verdict: 'fail', note });

/** Counts in words: `1 member`, `2 members`. */
export function counted(amount: number, one: string): string {
  return `${amount} ${one}${amount === 1 ? '' : 's'}`;
}

/** The first of a list, and how many more there are. */
export function listed(items: readonly string[]): string {
  const named = items.slice(0, 3).join(', ');
  return items.length > 3 ? `${named} and ${items.length - 3} more` : named;
}
