import { Knex } from 'knex';
import { Clock } from '../../clock/Clock';
import { datedWrite } from '../datedWrite';
import { insertAll } from '../dialect';
import { enqueueFeed } from '../feed/pendingChanges';
import { lockFeedCounter } from '../feed/feedCounter';

interface TeamRow {
  ref: string;
  missing_since: number | string;
  gone_at: number | string | null;
}

/** Those of some teams that the catalog did not know when it was last looked at. */
export async function missingTeamsAmong(
  knex: Knex,
  teams: readonly string[],
): Promise<string[]> {
  if (teams.length === 0) {
    return [];
  }
  return refsOf(await knex<TeamRow>('team').whereIn('ref', [...teams]));
}

/** Those of some teams that are gone. */
export async function goneTeamsAmong(
  knex: Knex,
  teams: readonly string[],
): Promise<string[]> {
  const rows = await knex<TeamRow>('team')
    .whereIn('ref', [...teams])
    .whereNotNull('gone_at');
  return refsOf(rows);
}

/** Refs that one statement looks for. */
const atOnce = 500;

/**
 * Notes which of these teams the catalog knows. A team that is missing for sure, or
 * a second time in a row, is gone: it keeps counting, but is no longer projected,
 * because a relation needs both its ends.
 */
export async function saveTeamPresence(
  knex: Knex,
  {
    present: found = [],
    missing: lost = [],
    isSure = false,
  }: {
    present?: readonly string[];
    missing?: readonly string[];
    isSure?: boolean;
  },
  clock?: Clock,
): Promise<void> {
  const parts = [...batchesOf(found, 'present'), ...batchesOf(lost, 'missing')];
  if (parts.length === 0) {
    return;
  }
  await datedWrite(knex, clock, async (tx, now) => {
    await lockFeedCounter(tx);
    for (const part of parts) {
      await savePart(tx, { ...part, isSure }, now);
    }
  });
}

interface TeamPresence {
  readonly present?: readonly string[];
  readonly missing?: readonly string[];
}

function batchesOf(
  refs: readonly string[],
  field: keyof TeamPresence,
): TeamPresence[] {
  return Array.from(
    { length: Math.ceil(refs.length / atOnce) },
    (_, index) => ({
      [field]: refs.slice(index * atOnce, (index + 1) * atOnce),
    }),
  );
}

async function savePart(
  tx: Knex.Transaction,
  {
    present: found = [],
    missing: lost = [],
    isSure,
  }: TeamPresence & { readonly isSure: boolean },
  now: Date,
): Promise<void> {
  const rows: TeamRow[] = await tx('team').whereIn('ref', [...found, ...lost]);
  const known = refsOf(rows);
  const gone = refsOf(rows.filter(row => row.gone_at !== null));
  const present = known.filter(ref => found.includes(ref));
  const missing = lost.filter(ref => !known.includes(ref));
  const left = known.filter(ref => lost.includes(ref) && !gone.includes(ref));
  await tx('team').whereIn('ref', present).delete();
  await insertAll(
    tx,
    'team',
    missing.map(ref => ({
      ref,
      missing_since: now.getTime(),
      gone_at: isSure ? now.getTime() : null,
    })),
  );
  await tx('team').whereIn('ref', left).update({ gone_at: now.getTime() });
  const returned = present.filter(ref => gone.includes(ref));
  const affected = await tx('interest')
    .whereIn('team', [...returned, ...left, ...(isSure ? missing : [])])
    .distinct('target_id');
  await enqueueFeed(
    tx,
    affected.map(row => Number(row.target_id)),
  );
}

/** Forgets a team under whose ref nothing stands any more. */
export async function forgetTeam(db: Knex, ref: string): Promise<void> {
  const left = await db('interest').where('team', ref).first('id');
  if (!left) {
    await db('team').where({ ref }).delete();
  }
}

function refsOf(rows: readonly TeamRow[]): string[] {
  return rows.map(row => row.ref);
}
