import {
  DemandPolicy,
  demandPolicySchema,
  PolicyInForce,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { inTransaction } from '../dialect';
import { lockFeedCounter } from './feed';

/** Every policy that was ever in force, oldest first; the last one holds now. */
export async function readPolicies(db: Knex): Promise<PolicyInForce[]> {
  const rows = await db('policy').orderBy(['since', 'id']);
  return rows.map(row => ({
    since: new Date(Number(row.since)),
    fingerprint: row.fingerprint,
    // One that does not say by which rules it was used is of the first.
    policy: demandPolicySchema.parse({ rules: 1, ...JSON.parse(row.json) }),
  }));
}

/** Puts a policy in force unless it is already. */
export async function putPolicyInForce(
  knex: Knex,
  policy: { fingerprint: string; policy: DemandPolicy },
  now: Date,
): Promise<void> {
  await inTransaction(knex, async tx => {
    await lockFeedCounter(tx);
    const current = (await readPolicies(tx)).at(-1);
    if (current?.fingerprint !== policy.fingerprint) {
      await tx('policy').insert({
        fingerprint: policy.fingerprint,
        json: JSON.stringify(policy.policy),
        since: now.getTime(),
      });
    }
  });
}
