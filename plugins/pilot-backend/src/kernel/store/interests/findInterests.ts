import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { readable } from '../readable';
import { TargetRow, StoredTarget, toTarget } from '../targets/targetRows';
import { InterestRow, StoredInterest, toInterest } from './interestRows';

/** Everybody's interests in one target, oldest first. */
export async function interestsOf(
  db: Knex,
  targetId: number,
): Promise<StoredInterest[]> {
  const rows = await db<InterestRow>('interest')
    .where('target_id', targetId)
    .orderBy(['created_at', 'id']);
  return readable(db, 'interest', rows, toInterest);
}

/** One person's interests in a target, oldest first. */
export async function interestsBy(
  db: Knex,
  targetId: number,
  author: string,
): Promise<StoredInterest[]> {
  const rows = await db<InterestRow>('interest')
    .where({ target_id: targetId, author })
    .orderBy(['created_at', 'id']);
  return readable(db, 'interest', rows, toInterest);
}

/** The interests of some teams in a target, or of all of them. */
export async function interestsOfTeams(
  db: Knex,
  targetId: number,
  teams: readonly string[] | 'all',
): Promise<StoredInterest[]> {
  const query = db<InterestRow>('interest').where('target_id', targetId);
  const rows = await (teams === 'all'
    ? query
    : query.whereIn('team', [...teams]));
  return readable(db, 'interest', rows, toInterest);
}

/** One interest and its target. */
export async function findInterest(
  db: Knex,
  id: string,
): Promise<{ interest: StoredInterest; target: StoredTarget } | undefined> {
  const row = await db<InterestRow>('interest').where({ id }).first();
  if (!row) {
    return undefined;
  }
  const target = await db<TargetRow>('target')
    .where('id', row.target_id)
    .first();
  return { interest: toInterest(row), target: toTarget(target!) };
}

/** Finds an interest in a target; nothing where it is in another one. */
export async function interestIn(
  db: Knex,
  targetId: number,
  id: string,
): Promise<StoredInterest | undefined> {
  const row = await db<InterestRow>('interest')
    .where({ id, target_id: targetId })
    .first();
  return row && toInterest(row);
}

/** Reads the facts of interests that a policy tests, in order of the ids. */
export async function resourcesOf(
  db: Knex,
  ids: readonly string[],
): Promise<
  Array<{ author: string; team: string; owner: string | null } | undefined>
> {
  const rows = await db('interest')
    .join('target', 'target.id', 'interest.target_id')
    .whereIn('interest.id', [...ids])
    .select('interest.id', 'interest.author', 'interest.team', 'target.owner');
  const byId = new Map(rows.map(({ id, ...resource }) => [id, resource]));
  return ids.map(id => byId.get(id));
}

/** Targets that one statement names. */
const targetsAtOnce = 500;

/** Interests that one statement reads: a few of the hottest targets have thousands. */
const interestsAtOnce = 2000;

/** Columns that tell interests apart, and have an index. */
const key = ['target_id', 'team', 'author', 'use_case_key'] as const;

/** Everybody's interests in some targets, by the target's id. */
export async function interestsOfTargets(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StoredInterest[]>> {
  const result = new Map<number, StoredInterest[]>();
  for (let i = 0; i < targetIds.length; i += targetsAtOnce) {
    const ids = targetIds.slice(i, i + targetsAtOnce);
    let last: InterestRow | undefined;
    do {
      await giveWay();
      const rows: InterestRow[] = await pageOfTargets(db, ids, last);
      readable(db, 'interest', rows, row => {
        const interest = toInterest(row);
        const id = Number(row.target_id);
        const ofTarget = result.get(id);
        if (ofTarget) {
          ofTarget.push(interest);
        } else {
          result.set(id, [interest]);
        }
      });
      last = rows.length < interestsAtOnce ? undefined : rows.at(-1);
    } while (last);
  }
  return result;
}

function pageOfTargets(
  db: Knex,
  ids: readonly number[],
  after?: InterestRow,
): Knex.QueryBuilder {
  const page = db<InterestRow>('interest')
    .whereIn('target_id', [...ids])
    .orderBy([...key])
    .limit(interestsAtOnce);
  return after
    ? page.whereRaw('(??, ??, ??, ??) > (?, ?, ?, ?)', [
        ...key,
        ...key.map(column => after[column]),
      ])
    : page;
}

/** Those of the ids that an interest of any target has. */
export async function usedIds(
  db: Knex,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) {
    return new Set();
  }
  const rows = await db('interest')
    .whereIn('id', [...ids])
    .select('id');
  return new Set(rows.map(({ id }) => id));
}
