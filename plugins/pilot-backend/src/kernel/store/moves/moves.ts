import { Knex } from 'knex';
import { StoredInterest } from '../interests/interestRows';

interface MovedRow {
  from_ref: string;
  into_ref: string;
  by: string;
  reason: string;
  at: number | string;
}

/** Present ref of a team or a person, and since when it is known. */
export interface MovedRef {
  readonly into: string;
  readonly at: Date;
}

/** Notes that a team or a person goes by another ref; chains become one step. */
export async function saveMove(
  tx: Knex.Transaction,
  move: {
    readonly from: string;
    readonly into: string;
    readonly by: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  const { from, into, by, reason, at } = move;
  // It may go by the name again that it had before.
  await tx<MovedRow>('moved_ref').where('from_ref', into).delete();
  await tx<MovedRow>('moved_ref')
    .where('into_ref', from)
    .update({ into_ref: into });
  await tx<MovedRow>('moved_ref')
    .insert({ from_ref: from, into_ref: into, by, reason, at: at.getTime() })
    .onConflict('from_ref')
    .merge();
}

/** Finds the present refs of those that were moved. */
export async function movedAmong(
  db: Knex,
  refs: readonly string[],
): Promise<Map<string, MovedRef>> {
  const unique = [...new Set(refs)];
  const result = new Map<string, MovedRef>();
  for (let i = 0; i < unique.length; i += 500) {
    const rows = await db<MovedRow>('moved_ref').whereIn(
      'from_ref',
      unique.slice(i, i + 500),
    );
    rows.forEach(row =>
      result.set(row.from_ref, {
        into: row.into_ref,
        at: new Date(Number(row.at)),
      }),
    );
  }
  return result;
}

/** Lists the former refs of somebody. */
export async function formerRefs(db: Knex, into: string): Promise<string[]> {
  const rows = await db<MovedRow>('moved_ref').where('into_ref', into);
  return rows.map(({ from_ref }) => from_ref);
}

/** The targets in which something stands under a ref that moves, in order. */
export async function targetsToMove(
  db: Knex,
  field: keyof Pick<StoredInterest, 'team' | 'author'>,
  from: string,
): Promise<Array<{ id: number; ref: string }>> {
  const places =
    field === 'team'
      ? [
          db('interest').where('team', from),
          db('satisfaction').where('team', from),
          db('outside_count').where('team', from),
        ]
      : [
          db('interest').where('author', from),
          db('proposal').where({ proposed_by: from, state: 'open' }),
        ];
  const ids = new Set<number>();
  for (const place of places) {
    const rows = await place.distinct('target_id');
    rows.forEach(row => ids.add(Number(row.target_id)));
  }
  const result: Array<{ id: number; ref: string }> = [];
  const sorted = [...ids].sort((a, b) => a - b);
  for (let i = 0; i < sorted.length; i += 500) {
    const rows = await db('target')
      .whereIn('id', sorted.slice(i, i + 500))
      .orderBy('id')
      .select('id', 'ref');
    result.push(...rows.map(({ id, ref }) => ({ id: Number(id), ref })));
  }
  return result;
}

/** Moves ratings of a team in a locked target; of two in one quarter the later holds. */
export async function moveRatings(
  tx: Knex.Transaction,
  targetId: number,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  const rows = await tx('satisfaction').where({
    target_id: targetId,
    team: from,
  });
  for (const row of rows) {
    const own = { target_id: targetId, team: from, quarter: row.quarter };
    const there = { ...own, team: into };
    const other = await tx('satisfaction').where(there).first();
    if (other && Number(other.at) >= Number(row.at)) {
      await tx('satisfaction').where(own).delete();
    } else {
      await tx('satisfaction').where(there).delete();
      await tx('satisfaction').where(own).update({ team: into });
    }
  }
}

/** Moves what was counted elsewhere for a team; counts of one instant add up. */
export async function moveOutsideCounts(
  tx: Knex.Transaction,
  targetId: number,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  const rows = await tx('outside_count').where({
    target_id: targetId,
    team: from,
  });
  for (const { source, at, count } of rows) {
    const own = { target_id: targetId, source, at, team: from };
    const there = { ...own, team: into };
    const other = await tx('outside_count').where(there).first();
    await tx('outside_count').where(there).delete();
    await tx('outside_count')
      .where(own)
      .update({ team: into, count: Number(count) + Number(other?.count ?? 0) });
  }
}

/** Lets a person go on with what they proposed and what they are still to be told. */
export async function moveOpenProposals(
  tx: Knex.Transaction,
  targetId: number,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await tx('proposal')
    .where({ target_id: targetId, proposed_by: from, state: 'open' })
    .update({ proposed_by: into });
}

/** Messages to a person that are not sent yet. */
export async function moveMessages(
  tx: Knex.Transaction,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await tx('outbox').where('recipient', from).update({ recipient: into });
}
