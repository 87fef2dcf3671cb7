import { Phase, Steps } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { inTurns } from '../kernel/cost/inTurns';
import { foldInterest } from '../interest/foldInterest';
import { byInterest } from '../interest/byInterest';
import { mergedIds } from '../kernel/store/merges/mergedTargets';
import { readLog, readWholeLog } from '../kernel/store/log/readLogs';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** State of a target now, as its log says. */
export interface ReplayedState {
  /** In the order of their ids. */
  readonly interests: readonly StoredInterest[];
  /** Nothing where the catalog never told. */
  readonly owner?: string | null;
  /** Nothing where it never told, or for what is no Pilot. */
  readonly parts?: readonly string[];
  readonly namedPilots: readonly string[];
  /** Nothing where demand has derived its phase at all times. */
  readonly phase?: ReplayedPhase;
}

/** The phase that a Pilot was declared to be in, or that was decided. */
export interface ReplayedPhase {
  /** None where demand derives it again. */
  readonly fixed: Phase | null;
  readonly decision: string | null;
  readonly since: Date;
}

/**
 * Replays the log of a target.
 *
 * @returns nothing where some of its lines cannot be read, or are of a type that
 *   only a newer version knows: what they would change is not known
 */
export async function replayWhole(
  db: Knex,
  targetId: number,
): Promise<ReplayedState | undefined> {
  const log = await readWholeLog(db, targetId);
  return log && replay(db, targetId, log);
}

/** The same of those of its lines that can be read. */
export async function replayReadable(
  db: Knex,
  targetId: number,
): Promise<ReplayedState> {
  return replay(db, targetId, await readLog(db, targetId));
}

async function replay(
  db: Knex,
  targetId: number,
  log: readonly NewLogEntry[],
): Promise<ReplayedState> {
  const earlier: NewLogEntry[] = [];
  // What was moved here goes on from what it was before.
  const isSurvivor = log.some(({ type }) => type === 'mergedFrom');
  for (const id of isSurvivor ? await mergedIds(db, [targetId]) : []) {
    earlier.push(...(await readLog(db, id)));
  }
  return inTurns(replaySteps(log, earlier));
}

/**
 * Replays logs in the order of `at`, then `seq`, in steps for logs of any length; none
 * of them has to be stored.
 */
export function* replaySteps(
  log: readonly NewLogEntry[],
  earlier: readonly NewLogEntry[],
): Steps<ReplayedState> {
  const here = new Set<string>();
  let owner: string | null | undefined;
  let parts: readonly string[] | undefined;
  let namedPilots: readonly string[] = [];
  let phase: ReplayedPhase | undefined;
  for (const entry of log) {
    if (entry.type === 'recorded') {
      here.add(entry.state.id);
    } else if (entry.type === 'removed') {
      here.delete(entry.id);
    } else if (entry.type === 'owner') {
      ({ owner } = entry);
    } else if (entry.type === 'implementedBy') {
      ({ parts } = entry);
    } else if (entry.type === 'namedPilots') {
      namedPilots = entry.pilots;
    } else if (entry.type === 'phase') {
      phase = {
        fixed: entry.derived ? null : entry.phase,
        decision: entry.derived ? null : entry.proposal ?? null,
        since: entry.at,
      };
    }
  }
  const entries = byInterest([...earlier, ...log]);
  const interests: StoredInterest[] = [];
  for (const id of [...here].sort()) {
    yield;
    const interest = foldInterest(entries.get(id)!);
    if (interest) {
      interests.push(interest);
    }
  }
  return {
    interests,
    owner,
    parts,
    namedPilots,
    phase,
  };
}
