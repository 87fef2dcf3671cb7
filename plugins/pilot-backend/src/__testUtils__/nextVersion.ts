import { Knex } from 'knex';

const farAhead = '20991231000000_add_what_comes_next.js';

/** JSON with a field that only the next version knows. */
const withMore = (json: string) =>
  JSON.stringify({ ...JSON.parse(json), nextVersion: { of: ['it'] } });

/** A snapshot with words that only the next version knows, too. */
function withNewWords(json: string): string {
  const { gate, checks, ...snapshot } = JSON.parse(withMore(json));
  return JSON.stringify({
    ...{ ...snapshot, level: 'endorsed', weakest: 'trust' },
    checks: checks.map((check: object) => ({ ...check, verdict: 'contested' })),
    gate: gate && {
      ...{ ...gate, to: 'marketplace' },
      left: [...gate.left, { code: 'endorsements', of: ['it'] }],
    },
  });
}

/** The lines of both logs of which only the next version knows the type. */
export const linesOfNextVersion = async (knex: Knex) => ({
  interest: await knex('interest_log').where('type', 'endorsed').orderBy('seq'),
  readiness: await knex('readiness_log')
    .where('type', 'contested')
    .orderBy('seq'),
});

async function eachRow(
  knex: Knex,
  table: string,
  keys: readonly string[],
  change: (row: any) => object,
): Promise<void> {
  for (const row of await knex(table)) {
    const where = Object.fromEntries(keys.map(key => [key, row[key]]));
    await knex(table).where(where).update(change(row));
  }
}

/**
 * Writes what the next version may write into the database of this one: fields
 * in every JSON that is stored, a policy with a key of its own, types, topics and
 * sources that are new, and a migration that this version does not have. With a
 * release that adds a field, type or word, it is added here as well.
 */
export async function writeAsNextVersion(knex: Knex, now: Date): Promise<void> {
  await knex('knex_migrations').insert({
    name: farAhead,
    batch: 99,
    migration_time: now.toISOString(),
  });
  const newest = await knex('policy').orderBy(['since', 'id']);
  const policy = JSON.parse(newest.at(-1).json);
  await knex('policy').insert({
    fingerprint: 'nextversion1',
    json: JSON.stringify({
      ...policy,
      trust: { verified: 2 },
      specificity: { ...policy.specificity, useCase: 0.3, evidence: 0.1 },
    }),
    since: now.getTime(),
  });
  await eachRow(knex, 'interest_log', ['seq'], row => ({
    payload: withMore(row.payload),
  }));
  await eachRow(knex, 'readiness_log', ['seq'], row => ({
    payload: withMore(row.payload),
  }));
  await eachRow(knex, 'outbox', ['id'], row => ({
    payload: withMore(row.payload),
  }));
  await eachRow(knex, 'proposal', ['id'], row => ({
    snapshot: withNewWords(row.snapshot),
    decided_snapshot:
      row.decided_snapshot && withNewWords(row.decided_snapshot),
  }));
  await eachRow(knex, 'readiness_fact', ['target_id'], row => ({
    subject: withMore(row.subject),
    answers: JSON.stringify(
      JSON.parse(row.answers).map((answer: object) => ({
        ...answer,
        seenBy: [],
      })),
    ),
  }));
  for (const { id } of await knex('target').where('kind', 'pilot')) {
    await knex('interest_log').insert({
      target_id: id,
      at: now.getTime(),
      recorded_at: now.getTime(),
      type: 'endorsed',
      actor: 'user:default/ana',
      payload: '{"endorsement":5,"id":"x"}',
    });
  }
  const [{ id: target }] = await knex('target').where('kind', 'pilot');
  await knex('readiness_log').insert({
    target_id: target,
    check_id: 'headcount.support',
    at: now.getTime(),
    recorded_at: now.getTime(),
    type: 'contested',
    actor: 'user:default/ana',
    payload: '{}',
  });
  await knex('outbox').insert({
    due_at: 0,
    topic: 'endorsement',
    recipient: 'group:default/partner-tech',
    scope: `target:${target}`,
    subject: 'x',
    payload: '{"by":"group:default/ads"}',
    created_at: now.getTime(),
  });
}
