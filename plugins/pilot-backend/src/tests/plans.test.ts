import { Knex } from 'knex';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { databases } from '../__testUtils__/databases';
import { isSqlite } from '../kernel/store/dialect';
import { daysBetween } from '../kernel/store/demand/demandDays';
import { DemandFilter } from '../kernel/store/demand/demandFilter';
import { DemandPosition, DemandSort } from '../kernel/store/demand/demandOrder';
import { listDemand } from '../kernel/store/demand/listDemand';
import { linesOfTargets } from '../kernel/store/log/readLines';
import {
  openProposals,
  pageDecided,
} from '../kernel/store/proposals/findProposals';
import { openDatabase } from '../kernel/store/migrate';

jest.setTimeout(300_000);

const levels = ['none', 'faint', 'emerging', 'strong', 'proven'];
const kinds = ['pilot', 'api', 'component'];
const advice = ['invest', 'launch'];

/** Enough rows that reading all of them is not the cheapest way. */
const targets = Array.from({ length: 6000 }, (_, index) => ({
  ref: `component:default/target-${index}`,
  kind: kinds[index % 3],
  namespace: 'default',
  sort_name: `target ${index}`,
  owner: `group:default/team-${index % 4}`,
  phase: index % 3 === 0 ? 'demand' : null,
  level: levels[index % 5],
  recommended: advice[index % 2],
  readiness: (index % 20) / 20,
  interests: 1,
  // A prime without a common factor: scores in no order of the ids.
  score: (index * 7919) % 6000,
}));

describe.each(databases.eachSupportedId())('the plans on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await openDatabase({ getClient: async () => knex });
    for (let i = 0; i < targets.length; i += 500) {
      await knex('target').insert(targets.slice(i, i + 500));
    }
    const ids = await knex('target').select('id');
    const days = ids.map(({ id }) => ({
      ...{ target_id: id, day: 20_000, policy: 'p' },
      ...{ n: 1, t: 1, m: 1, an: 0, a: 0 },
      ...{ interests: 1, teams: 1, use_cases: 1, adopters: 0, internal: 0 },
    }));
    for (let i = 0; i < days.length; i += 500) {
      await knex('demand_day').insert(days.slice(i, i + 500));
    }
    const proposals = ids.flatMap(({ id }) =>
      ['open', 'approved', 'rejected'].map(state => ({
        ...{ id: `${state}-${id}`, target_id: id, state, version: 1 },
        ...{ from_phase: 'demand', to_phase: 'retired', bypass: false },
        ...{ reason: 'r', proposed_by: 'u', proposed_at: 1, snapshot: '{}' },
        open_for: state === 'open' ? id : null,
        decided_at: state === 'open' ? null : Number(id),
      })),
    );
    for (let i = 0; i < proposals.length; i += 500) {
      await knex('proposal').insert(proposals.slice(i, i + 500));
    }
    const lines = ids.map(({ id }) => ({
      ...{ target_id: id, at: 1, recorded_at: 1 },
      ...{ type: 'owner', actor: 'plugin:catalog', payload: '{}' },
    }));
    for (let i = 0; i < lines.length; i += 500) {
      await knex('interest_log').insert(lines.slice(i, i + 500));
    }
    if (!isSqlite(knex)) {
      await knex.raw('analyze');
    }
  });

  /** Returns the database's plan for the queries that are sent. */
  async function planOf(send: () => Promise<unknown>): Promise<string> {
    const sent: Array<{ sql: string; bindings: any[] }> = [];
    const listen = (query: { sql: string; bindings: any[] }) =>
      sent.push(query);
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

  const page =
    (
      filter: DemandFilter,
      after?: DemandPosition,
      sort: DemandSort = { by: 'score', descending: true },
    ) =>
    () =>
      listDemand(knex, filter, sort, { limit: 100, after });

  it.each<[string, string, DemandFilter]>([
    ['everything', 'target_score', {}],
    ['a kind', 'target_kind_score', { kinds: ['api'] }],
    ['an owner', 'target_owner_score', { owners: ['group:default/team-3'] }],
    ['a phase', 'target_phase_score', { phases: ['demand'] }],
    ['a level', 'target_level_score', { levels: ['strong'] }],
  ])(
    'of a ranking of %s read no more than the page',
    async (_, index, filter) => {
      for (const after of [undefined, { value: 3000, id: 17 }]) {
        const plan = await planOf(page(filter, after));
        expect(plan).toMatch(new RegExp(`\\b${index}\\b`));
        expect(plan).not.toMatch(/Seq Scan|Sort|TEMP B-TREE/);
      }
    },
  );

  it.each<[string, string, DemandFilter, DemandSort]>([
    [
      'what is recommended',
      'target_recommended_score',
      { recommended: ['launch'] },
      { by: 'score', descending: true },
    ],
    [
      'readiness',
      'target_kind_readiness',
      { kinds: ['pilot'] },
      { by: 'readiness', descending: true },
    ],
  ])(
    'of Pilots by %s read no more than the page',
    async (_, index, filter, sort) => {
      const value = sort.by === 'score' ? 3000 : 0.5;
      for (const after of [undefined, { value, id: 17 }]) {
        const plan = await planOf(page(filter, after, sort));
        expect(plan).toMatch(new RegExp(`\\b${index}\\b`));
        expect(plan).not.toMatch(/Seq Scan|Sort|TEMP B-TREE/);
      }
    },
  );

  it('of decisions and open proposals go straight to those of a target', async () => {
    const decided = await planOf(() => pageDecided(knex, 0, { limit: 10 }));
    expect(decided).toMatch(/\bproposal_decided\b/);
    expect(decided).not.toMatch(/Sort|TEMP B-TREE/);
    const open = await planOf(() => openProposals(knex, [-1, -2, -3]));
    expect(open).toMatch(/\bproposal_open_for_unique\b/);
  });

  it('of kept days go from each target straight to its days', async () => {
    const plan = await planOf(() =>
      daysBetween(knex, [1, 2, 3], 20_000, 20_000),
    );
    expect(plan).not.toMatch(
      /Seq Scan on demand_day|SCAN (demand_day|earlier)\b/,
    );
    expect(plan).toMatch(
      isSqlite(knex)
        ? /SEARCH demand_day USING INDEX \S+ \(target_id=\? AND day/
        : /Index Cond: .*target_id = .*day/,
    );
  });

  it.each([1, 3, 500])(
    'of lines of a type in %d targets go straight to the logs of these',
    async count => {
      const some = await knex('target').select('id').limit(count);
      const plan = await planOf(() =>
        linesOfTargets(
          knex,
          some.map(({ id }) => Number(id)),
          ['owner'],
        ).orderBy(['target_id', 'at', 'seq']),
      );
      expect(plan).toMatch(/\binterest_log_target\b/);
      expect(plan).not.toMatch(/Seq Scan|interest_log_type/);
    },
  );
});

it('lines of a type in several targets are read in one way', () => {
  const src = resolve(__dirname, '..');
  const others = globSync('**/*.ts', { cwd: src }).filter(file =>
    /'interest_log'\)[^;]*whereIn\([^;]*target_id[^;]*'(interest_log\.)?type'/.test(
      readFileSync(resolve(src, file), 'utf8').replace(
        /where\('type', '(\w+)'\)([^;]*)whereIn\('target_id'/g,
        "whereIn('target_id'$2'type'",
      ),
    ),
  );
  expect(others.filter(file => !/\.test\.ts$/.test(file))).toEqual([]);
});
