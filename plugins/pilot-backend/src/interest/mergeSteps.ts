import { Steps } from '@pilot-to-platform/plugin-pilot-common';
import { byInterest } from './byInterest';
import { InterestEntry } from './Decision';
import { foldInterest } from './foldInterest';
import { importedEntries } from './importedEntries';
import { interestDetails } from '../kernel/store/interests/interestDetails';
import { mostUseCases } from './mostUseCases';
import { OwnLogs } from './OwnLogs';
import { beginningOf, isRemovedOrder } from './removedOrder';
import { saidOnArrival } from './saidOnArrival';
import { standsAlready } from './standsAlready';
import { InterestLineRead } from './importedEntries';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** Fate of an imported line. */
export type LineFate =
  | 'imported'
  /** Imported, and an interest that stood says something else now. */
  | 'changed'
  | 'unchanged'
  /** Its interest is missing, or was not there yet; it is kept until that comes. */
  | 'waiting'
  /** Not taken, and why. */
  | { readonly failed: string };

/** Entries that imported lines add to the log of their target. */
export interface Merge {
  readonly entries: readonly NewLogEntry[];
  /** The new states of the interests that the entries are about. */
  readonly touched: readonly StoredInterest[];
  /** In the order of the lines. */
  readonly fates: readonly LineFate[];
}

/** Two entries of one interest with the same sign are the same one. */
const signOf = ({ type, at, order }: InterestEntry) =>
  [type, at.getTime(), order].join('\n');

/** The same where what an entry said is not kept any more. */
const removedSignOf = ({ type, at, order }: InterestEntry) =>
  [type, at.getTime(), beginningOf(order), 'removed'].join('\n');

/** Lines, and the logs that they are worked into. */
export interface MergeInput {
  readonly lines: readonly InterestLineRead[];
  /** Those of the target's own log, to which the lines are added. */
  readonly own: OwnLogs;
  /** The logs of targets that were merged into it. */
  readonly earlier: readonly NewLogEntry[];
  /** An id for a new interest: the wanted one, unless somebody has it. */
  readonly newId: (wanted: string | undefined) => string;
}

/**
 * Works imported lines of one target into its log. What they lead to depends on
 * what they and the log say, never on the order in which they come: the interest
 * lines go first, oldest first, and a status waits for its interest.
 */
export function* mergeSteps(input: MergeInput): Steps<Merge> {
  const { entriesOf, holders } = input.own;
  const earlier = byInterest(input.earlier);
  yield;
  const entries: NewLogEntry[] = [];
  const touched = new Map<string, StoredInterest>();
  const useCases = countByAuthor(entriesOf.values());
  const fates: LineFate[] = input.lines.map(() => 'waiting');

  for (const index of inTime(input.lines)) {
    yield;
    const line = input.lines[index];
    const at = new Date(line.type === 'interest' ? line.createdAt : line.at);
    const found = holders.at(line, at);
    const here = (found && entriesOf.get(found)) || [];
    const before = (found && earlier.get(found)) || [];
    const log = [...before, ...here];
    if (line.type === 'status' && !startsBy(log, at)) {
      continue;
    }
    const count = useCases.get(line.author) ?? 0;
    if (!found && count >= mostUseCases) {
      fates[index] = { failed: noRoomFor(line, count) };
      continue;
    }
    if (!found) {
      useCases.set(line.author, count + 1);
    }
    if (found && standsAlready(line, found, log)) {
      fates[index] = 'unchanged';
      continue;
    }
    const id =
      found ?? input.newId(line.type === 'interest' ? line.id : undefined);
    const known = new Set(
      log.map(entry =>
        isRemovedOrder(entry.order) ? removedSignOf(entry) : signOf(entry),
      ),
    );
    const added = importedEntries(line, id).filter(
      entry => !known.has(signOf(entry)) && !known.has(removedSignOf(entry)),
    );
    if (added.length === 0) {
      fates[index] = 'unchanged';
      continue;
    }
    const stood = touched.get(id) ?? foldInterest(log);
    const again = saidOnArrival({ before, here, added });
    entriesOf.set(id, [...here, ...again, ...added]);
    holders.add(entriesOf.get(id)!);
    const stands = foldInterest([...before, ...entriesOf.get(id)!])!;
    touched.set(id, stands);
    entries.push(...again, ...added);
    fates[index] =
      stood && interestDetails.some(key => stood[key] !== stands[key])
        ? 'changed'
        : 'imported';
  }
  return { entries, touched: [...touched.values()], fates };
}

function countByAuthor(
  interests: Iterable<readonly InterestEntry[]>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entries of interests) {
    const first = entries.find(({ type }) => type === 'recorded');
    if (first?.type === 'recorded') {
      const { author } = first.state;
      counts.set(author, (counts.get(author) ?? 0) + 1);
    }
  }
  return counts;
}

function noRoomFor(
  { author, target }: InterestLineRead,
  useCases: number,
): string {
  return `useCaseKey: ${author} has ${useCases} use cases in ${target}, withdrawn ones included, and more than ${mostUseCases} are not taken; leave the line out, or write it under a useCaseKey that they have`;
}

/** The places of the lines, those of interests first, oldest first. */
function inTime(lines: readonly InterestLineRead[]): number[] {
  const timeOf = (line: InterestLineRead) =>
    Date.parse(line.type === 'interest' ? line.createdAt : line.at);
  return [...lines.keys()].sort(
    (a, b) =>
      Number(lines[a].type === 'status') - Number(lines[b].type === 'status') ||
      timeOf(lines[a]) - timeOf(lines[b]),
  );
}

function startsBy(log: readonly InterestEntry[], at: Date): boolean {
  return log.some(entry => entry.type === 'recorded' && entry.at <= at);
}
