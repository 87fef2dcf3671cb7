import { allAtOnce, Steps } from '@pilot-to-platform/plugin-pilot-common';
import { InterestEntry } from './Decision';
import { foldInterest } from './foldInterest';
import { importedEntries } from './importedEntries';
import { interestDetails } from '../kernel/store/interests/interestDetails';
import { KeyHolders } from './KeyHolders';
import { mostUseCases } from './mostUseCases';
import { beginningOf, isRemovedOrder } from './removedOrder';
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

/**
 * Works imported lines of one target into its log. What they lead to depends on
 * what they and the log say, never on the order in which they come: the interest
 * lines go first, oldest first, and a status waits for its interest.
 */
export function mergeLines(input: MergeInput): Merge {
  return allAtOnce(mergeSteps(input));
}

/** Lines, and the logs that they are worked into. */
export interface MergeInput {
  readonly lines: readonly InterestLineRead[];
  /** The target's own log. */
  readonly log: readonly NewLogEntry[];
  /** The logs of targets that were merged into it. */
  readonly earlier: readonly NewLogEntry[];
  /** An id for a new interest: the wanted one, unless somebody has it. */
  readonly newId: (wanted: string | undefined) => string;
}

/** The same in steps, for logs of any length. */
export function* mergeSteps(input: MergeInput): Steps<Merge> {
  const own = byInterest(input.log);
  yield;
  const logs = byInterest([...input.earlier, ...input.log]);
  const holders = new KeyHolders();
  for (const entries of own.values()) {
    yield;
    holders.add(entries);
  }
  const entries: NewLogEntry[] = [];
  const touched = new Map<string, StoredInterest>();
  const useCases = countByAuthor(own.values());
  const fates: LineFate[] = input.lines.map(() => 'waiting');

  for (const index of inTime(input.lines)) {
    yield;
    const line = input.lines[index];
    const at = new Date(line.type === 'interest' ? line.createdAt : line.at);
    const found = holders.at(line, at);
    const log = (found && logs.get(found)) || [];
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
    const before = touched.get(id) ?? foldInterest(log);
    logs.set(id, [...log, ...added]);
    own.set(id, [...(own.get(id) ?? []), ...added]);
    holders.add(own.get(id)!);
    const after = foldInterest(logs.get(id)!)!;
    touched.set(id, after);
    entries.push(...added);
    fates[index] =
      before && interestDetails.some(key => before[key] !== after[key])
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

/** The lines of a log about interests, by the interest that each is about. */
export function byInterest(
  log: readonly NewLogEntry[],
): Map<string, readonly InterestEntry[]> {
  const result = new Map<string, InterestEntry[]>();
  for (const entry of log) {
    if ('state' in entry || 'change' in entry) {
      const id = 'state' in entry ? entry.state.id : entry.id;
      const entries = result.get(id);
      if (entries) {
        entries.push(entry);
      } else {
        result.set(id, [entry]);
      }
    }
  }
  return result;
}
