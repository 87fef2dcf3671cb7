import { CountLine } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { inTurns } from '../kernel/cost/inTurns';
import { randomUUID } from 'node:crypto';
import { CommittedWrite } from '../kernel/announce/Announcer';
import { importEvents } from './interestEvent';
import { saveChanges } from './saveChanges';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import {
  lockedTarget,
  LockedTargets,
  lockTargets,
} from '../kernel/store/targets/lockTargets';
import { mergedIds, survivorOf } from '../kernel/store/merges/mergedTargets';
import { usedIds } from '../kernel/store/interests/findInterests';
import { saveOutsideCount } from '../kernel/store/waiting/outsideCounts';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { readLog } from '../kernel/store/log/readLogs';
import {
  forgetWaiting,
  saveWaiting,
  waitingIn,
} from '../kernel/store/waiting/waitingLines';
import { CatalogRefs } from '../targets/CatalogRefs';
import { decideFates, decideTaken, PlacedLine } from './decideImport';
import { LineFate, Merge, mergeSteps } from './mergeSteps';
import { ownLogs } from './OwnLogs';
import { readTeam } from './readTeam';
import { InterestLineRead } from './importedEntries';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** A line of one target whose team is known where it needs one. */
export type ReadyLine = InterestLineRead | CountLine;

/** Effects of an import on one target. */
export interface TargetImport {
  /** In the order of the lines; a text where the target takes none. */
  readonly fates: ReadonlyArray<LineFate> | string;
  readonly committed?: CommittedWrite;
}

/**
 * Works lines, and those that wait for something in the same target, into the
 * target, in one transaction.
 */
export async function importIntoTarget(
  knex: Knex,
  ref: string,
  input: {
    readonly lines: readonly ReadyLine[];
    readonly catalog: CatalogRefs;
    readonly clock: Clock;
  },
): Promise<TargetImport> {
  return inTransaction(knex, async tx => {
    const locked = await lockTargets(tx, [ref], input.clock);
    const target = lockedTarget(locked, ref);
    if (target.mergedInto !== null) {
      const survivor = await survivorOf(tx, target);
      return {
        fates: `target: ${target.ref} was merged into ${survivor.ref}; import for that instead`,
      };
    }
    const counts = await importCounts(tx, target, input);
    const { merge, fates } = await importInterest(tx, locked, target, input);
    return {
      fates: input.lines.map(
        (line, index) => counts.get(line) ?? fates.get(index) ?? 'unchanged',
      ),
      ...(merge.entries.length > 0 && {
        committed: {
          events: importEvents(merge, ref),
          targets: [ref, ...locked.pilots.map(pilot => pilot.ref)],
        },
      }),
    };
  });
}

async function importCounts(
  tx: Knex.Transaction,
  target: StoredTarget,
  {
    lines,
    catalog,
  }: { readonly lines: readonly ReadyLine[]; readonly catalog: CatalogRefs },
): Promise<Map<ReadyLine, LineFate>> {
  const fates = new Map<ReadyLine, LineFate>();
  for (const line of lines) {
    if (line.type === 'count') {
      const team = line.team && catalog.current(line.team);
      const isNew = await saveOutsideCount(tx, target.id, { ...line, team });
      fates.set(line, isNew ? 'imported' : 'unchanged');
    }
  }
  return fates;
}

async function importInterest(
  tx: Knex.Transaction,
  locked: LockedTargets,
  target: StoredTarget,
  {
    lines,
    catalog,
  }: { readonly lines: readonly ReadyLine[]; readonly catalog: CatalogRefs },
): Promise<{ merge: Merge; fates: Map<number, LineFate> }> {
  const { now } = locked;
  const log = await readLog(tx, target.id);
  const said: PlacedLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.type !== 'count') {
      said.push({ line, index });
    }
  }
  for (const { id, line } of await waitingIn(tx, [target.ref])) {
    const ready = readTeam(line, catalog);
    if (typeof ready !== 'string') {
      said.push({ line: ready as InterestLineRead, waiting: id });
    }
  }
  const own = await inTurns(ownLogs(log));
  const { placed, taken } = decideTaken(said, own.holders, catalog);
  const idsInUse = await usedIds(
    tx,
    taken.flatMap(({ line }) => (line.type === 'interest' && line.id) || []),
  );
  const merge = await inTurns(
    mergeSteps({
      lines: taken.map(({ line }) => line),
      own,
      earlier: await readEarlierLogs(tx, target.id),
      newId: wanted => {
        const id = wanted && !idsInUse.has(wanted) ? wanted : randomUUID();
        idsInUse.add(id);
        return id;
      },
    }),
  );
  await saveChanges(
    tx,
    { locked, target },
    { entries: merge.entries, interests: merge.touched, projected: true },
    { policies: await readPolicies(tx), at: now, recordedAt: now },
  );

  const { fates, waits, done } = decideFates(placed, taken, merge.fates);
  const fresh = await saveWaiting(
    tx,
    waits.map(({ line }) => line),
  );
  waits.forEach(({ index }, i) => {
    if (!fresh[i]) {
      fates.set(index!, 'unchanged');
    }
  });
  await forgetWaiting(tx, done);
  return { merge, fates };
}

/** Reads the logs of targets that were merged into this one. */
async function readEarlierLogs(
  tx: Knex.Transaction,
  targetId: number,
): Promise<NewLogEntry[]> {
  const log: NewLogEntry[] = [];
  for (const id of (await mergedIds(tx, [targetId])).reverse()) {
    log.push(...(await readLog(tx, id)));
  }
  return log;
}
