import { hasConsent } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { readable, readablePage } from '../readable';
import { whereConsent } from '../interests/whereConsent';
import { TargetRow, StoredTarget, toTarget } from './targetRows';

/** One target, or nothing when nobody ever asked about it. */
export async function findTarget(
  db: Knex,
  ref: string,
): Promise<StoredTarget | undefined> {
  const row = await db<TargetRow>('target').where({ ref }).first();
  return row && toTarget(row);
}

/** Those of the refs that anybody ever asked about, in any order. */
export async function targetsByRefs(
  db: Knex,
  refs: readonly string[],
): Promise<StoredTarget[]> {
  const result: StoredTarget[] = [];
  for (let i = 0; i < refs.length; i += 500) {
    const rows = await db<TargetRow>('target').whereIn(
      'ref',
      refs.slice(i, i + 500),
    );
    result.push(...readable(db, 'target', rows, toTarget));
  }
  return result;
}

/** The target of an id that a row names; nothing where the row is damaged. */
export async function targetById(
  db: Knex,
  id: number,
): Promise<StoredTarget | undefined> {
  const row = await db<TargetRow>('target').where({ id }).first();
  return row && toTarget(row);
}

/** Those of the refs that the catalog no longer knows. */
export async function goneAmong(
  db: Knex,
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  if (refs.length === 0) {
    return new Set();
  }
  const rows = await db<TargetRow>('target')
    .whereIn('ref', [...refs])
    .whereNotNull('gone_at')
    .select('ref');
  return new Set(rows.map(row => row.ref));
}

/** A page of all targets in the order of their ids, for passes over everything. */
export async function pageTargets(
  db: Knex,
  options: { after: number; limit: number; kind?: string },
): Promise<StoredTarget[]> {
  return readablePage<TargetRow, StoredTarget>(db, 'target', {
    limit: options.limit,
    read: toTarget,
    rows: async (last, limit) => {
      const query = db<TargetRow>('target')
        .where('id', '>', last?.id ?? options.after)
        .orderBy('id')
        .limit(limit);
      if (options.kind) {
        query.andWhere({ kind: options.kind });
      }
      return query;
    },
  });
}

/**
 * The targets of some refs that have a row, or a page of all of them, in the order
 * of their ids, whether the rest of their rows can be read or not.
 */
export async function pageRefs(
  db: Knex,
  page: {
    readonly targets?: readonly string[];
    readonly after: number;
    readonly limit: number;
  },
): Promise<Array<Pick<StoredTarget, 'id' | 'ref'>>> {
  const rows = db<TargetRow>('target').orderBy('id').select('id', 'ref');
  const found = await (page.targets
    ? rows.whereIn('ref', [...page.targets])
    : rows.where('id', '>', page.after).limit(page.limit));
  return found.map(({ id, ref }) => ({ id: Number(id), ref }));
}

/** The refs that a Pilot is implemented by now, in order. */
export async function partsOf(db: Knex, pilotId: number): Promise<string[]> {
  const rows = await db('target_part')
    .join('target', 'target.id', 'target_part.part_id')
    .where('target_part.pilot_id', pilotId)
    .select('target.ref as ref');
  return rows.map(row => row.ref).sort();
}

/** The refs of the Pilots that a target implements now, in order. */
export async function pilotsOf(db: Knex, partId: number): Promise<string[]> {
  const rows = await db('target_part')
    .join('target', 'target.id', 'target_part.pilot_id')
    .where('target_part.part_id', partId)
    .select('target.ref as ref');
  return rows.map(row => row.ref).sort();
}

/** Finds the parts of a Pilot that count for it now, in order of the ids. */
export async function partTargets(
  db: Knex,
  pilot: Pick<StoredTarget, 'id' | 'owner'>,
): Promise<StoredTarget[]> {
  const rows: TargetRow[] = await db('target_part')
    .join('target', 'target.id', 'target_part.part_id')
    .where('target_part.pilot_id', pilot.id)
    .where(of => whereConsent(of, { part: 'target', owner: pilot.owner }))
    .orderBy('target.id')
    .select('target.*');
  return readable(db, 'target', rows, toTarget);
}

/** Finds the parts of Pilots that count for them now. */
export async function partsOfPilots(
  db: Knex,
  pilotIds: readonly number[],
): Promise<PilotLink[]> {
  const links = await linksOf(db, pilotIds);
  return links.filter(({ counts }) => counts);
}

/** A part that a Pilot names. */
export interface PilotLink {
  readonly pilotId: number;
  readonly part: StoredTarget;
  /** True where the part's owner confirmed it. */
  readonly counts: boolean;
}

/** Finds the parts that Pilots name, and whether they count for them. */
export async function linksOf(
  db: Knex,
  pilotIds: readonly number[],
): Promise<PilotLink[]> {
  if (pilotIds.length === 0) {
    return [];
  }
  const rows = await db('target_part')
    .join('target', 'target.id', 'target_part.part_id')
    .join('target as pilot', 'pilot.id', 'target_part.pilot_id')
    .whereIn('target_part.pilot_id', [...pilotIds])
    .select('target.*', 'pilot.id as pilot_id', 'pilot.ref as pilot_ref')
    .select('pilot.owner as pilot_owner');
  return readable(db, 'target', rows, row => {
    const part = toTarget(row as TargetRow);
    const pilot = { ref: row.pilot_ref, owner: row.pilot_owner };
    return {
      pilotId: Number(row.pilot_id),
      part,
      counts: hasConsent(pilot, part),
    };
  });
}

/** Those of the refs that have a row. */
export async function findTargets(
  db: Knex,
  refs: readonly string[],
): Promise<StoredTarget[]> {
  const rows = await db<TargetRow>('target').whereIn('ref', [...refs]);
  return readable(db, 'target', rows, toTarget);
}

/** Finds the targets of some owners. */
export async function targetsOfOwners(
  db: Knex,
  owners: readonly string[],
): Promise<StoredTarget[]> {
  if (owners.length === 0) {
    return [];
  }
  const rows = await db<TargetRow>('target').whereIn('owner', [...owners]);
  return readable(db, 'target', rows, toTarget);
}

/** Those of the refs that have a row, whether it can be read or not. */
export async function storedAmong(
  db: Knex,
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db<TargetRow>('target')
    .whereIn('ref', [...refs])
    .select('ref');
  return new Set(rows.map(({ ref }) => ref));
}

/** The targets of these ids, in no order that matters. */
export async function targetsByIds(
  db: Knex,
  ids: readonly number[],
): Promise<StoredTarget[]> {
  const targets: StoredTarget[] = [];
  for (let i = 0; i < ids.length; i += 500) {
    await giveWay();
    const rows = await db<TargetRow>('target').whereIn(
      'id',
      ids.slice(i, i + 500),
    );
    targets.push(...readable(db, 'target', rows, toTarget));
  }
  return targets;
}
