import { ImportResult } from '@pilot-to-platform/plugin-pilot-common';
import { NewLogEntry, StoredInterest } from '../store/rows';
import {
  decideImportedInterest,
  decideImportedStatus,
  foldInterest,
  InterestEntries,
} from './decideImport';
import { mostUseCases } from './mostUseCases';
import { ParsedLine } from './parseImport';

/** How many lines changed something, how many stood already, and which failed. */
export type MergeOutcome = Pick<
  ImportResult,
  'imported' | 'unchanged' | 'failed'
>;

/** What imported lines add to the log of their target. */
export interface Merge {
  readonly entries: readonly NewLogEntry[];
  /** The new states of the interests that the entries are about. */
  readonly touched: readonly StoredInterest[];
  readonly outcome: MergeOutcome;
}

/**
 * Works imported lines of one target into its log, each on top of those before
 * it. A status without its interest fails alone.
 */
export function mergeLines(input: {
  readonly lines: readonly ParsedLine[];
  readonly known: readonly StoredInterest[];
  readonly log: readonly NewLogEntry[];
  readonly newId: () => string;
}): Merge {
  const states = new Map(input.known.map(state => [keyOf(state), state]));
  const logs = byInterest(input.log);
  const entries: NewLogEntry[] = [];
  const touched = new Set<string>();
  const useCases = new Map<string, number>();
  input.known.forEach(({ author }) =>
    useCases.set(author, (useCases.get(author) ?? 0) + 1),
  );
  const outcome: MergeOutcome = { imported: 0, unchanged: 0, failed: [] };

  for (const { number, line } of input.lines) {
    const key = keyOf(line);
    const state = states.get(key);
    const message =
      line.type === 'status'
        ? problemOf(line, state)
        : !state && noRoomFor(line, useCases.get(line.author) ?? 0);
    if (message) {
      outcome.failed.push({ line: number, message });
      continue;
    }
    const added =
      line.type === 'interest'
        ? decideImportedInterest(state, line, input.newId())
        : decideImportedStatus(state!, logs.get(state!.id) ?? [], line);
    if (added.length === 0) {
      outcome.unchanged += 1;
      continue;
    }
    if (!state) {
      useCases.set(line.author, (useCases.get(line.author) ?? 0) + 1);
    }
    const [[id, own]] = byInterest(added);
    const all = [...(logs.get(id) ?? []), ...own];
    logs.set(id, all);
    states.set(key, foldInterest(all)!);
    touched.add(key);
    entries.push(...added);
    outcome.imported += 1;
  }
  return {
    entries,
    touched: [...touched].map(key => states.get(key)!),
    outcome,
  };
}

function keyOf(interest: {
  readonly team: string;
  readonly author: string;
  readonly useCaseKey: string;
}): string {
  return [interest.team, interest.author, interest.useCaseKey].join('\n');
}

function noRoomFor(
  { author, target }: Extract<ParsedLine['line'], { type: 'interest' }>,
  useCases: number,
): string | undefined {
  return useCases >= mostUseCases
    ? `useCaseKey: ${author} has ${useCases} use cases in ${target}, withdrawn ones included, and more than ${mostUseCases} are not taken; leave the line out, or write it under a useCaseKey that they have`
    : undefined;
}

function problemOf(
  line: Extract<ParsedLine['line'], { type: 'status' }>,
  state: StoredInterest | undefined,
): string | undefined {
  if (!state) {
    return `${line.author} has no interest "${line.useCaseKey}" for ${line.team} in ${line.target}; put the interest line before its status`;
  }
  return new Date(line.at) < state.createdAt
    ? `at: ${line.at} is before the interest was created`
    : undefined;
}

/** The lines of a log about interests, by the interest that each is about. */
function byInterest(log: readonly NewLogEntry[]): Map<string, InterestEntries> {
  const result = new Map<string, Array<InterestEntries[number]>>();
  for (const entry of log) {
    if ('state' in entry || 'change' in entry) {
      const id = 'state' in entry ? entry.state.id : entry.id;
      result.set(id, [...(result.get(id) ?? []), entry]);
    }
  }
  return result;
}
