import { Knex } from 'knex';
import { isSqlite } from '../../plugins/pilot-backend/src/kernel/store/dialect';
import { DemandFilter } from '../../plugins/pilot-backend/src/kernel/store/demand/demandFilter';
import { listDemand } from '../../plugins/pilot-backend/src/kernel/store/demand/listDemand';
import { World } from './World';

/**
 * Finds the index by which the database reads the first hundred of each list.
 *
 * @throws Error where it reads or sorts the whole table
 */
export async function plansOf(
  knex: Knex,
  world: World,
): Promise<Map<string, string>> {
  const filters: Record<string, DemandFilter> = {
    'top 50': {},
    'by kind': { kinds: ['component'] },
    'by owner': { owners: [world.target(0).owner] },
    'by level': { levels: ['strong'] },
    'by phase': { phases: ['demand'] },
  };
  const plans = new Map<string, string>();
  for (const [name, filter] of Object.entries(filters)) {
    const plan = await planOf(knex, () =>
      listDemand(
        knex,
        filter,
        { by: 'score', descending: true },
        { limit: 100 },
      ),
    );
    const [index] = /target_\w*score/.exec(plan) ?? [];
    if (!index || /Seq Scan|TEMP B-TREE/.test(plan)) {
      throw new Error(`${name} reads or sorts the whole table:\n${plan}`);
    }
    plans.set(name, index);
  }
  return plans;
}

/** Returns the database's plan for the query that is sent. */
async function planOf(
  knex: Knex,
  send: () => Promise<unknown>,
): Promise<string> {
  const sent: Array<{ sql: string; bindings: any[] }> = [];
  const listen = (query: { sql: string; bindings: any[] }) => sent.push(query);
  knex.on('query', listen);
  await send();
  knex.removeListener('query', listen);
  const [{ sql, bindings }] = sent;
  if (isSqlite(knex)) {
    const rows = await knex.raw(`explain query plan ${sql}`, bindings);
    return rows.map(({ detail }: { detail: string }) => detail).join('\n');
  }
  // What is sent has numbered places; a raw query has question marks.
  const { rows } = await knex.raw(
    `explain ${sql.replace(/\$\d+/g, '?')}`,
    bindings,
  );
  return rows.map((row: any) => row['QUERY PLAN']).join('\n');
}
