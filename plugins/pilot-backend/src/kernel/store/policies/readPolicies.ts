import {
  DemandPolicy,
  demandPolicySchema,
  PolicyInForce,
  SpecificityDetail,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { objectOf, timeOf } from '../columns';
import { readable } from '../readable';
import { UnreadableRowError } from '../UnreadableRowError';

interface PolicyRow {
  id: number | string;
  fingerprint: string;
  json: string;
  since: number | string;
}

/** Configured policies of replicas, by the database that they use. */
export const ofReplica = new WeakMap<object, PolicyInForce>();

const numbers = <Name extends string>(...names: Name[]) =>
  z.object(
    Object.fromEntries(names.map(name => [name, z.number()])) as Record<
      Name,
      z.ZodNumber
    >,
  );

const scoredDetails = Object.keys(
  demandPolicySchema.shape.specificity.shape,
) as SpecificityDetail[];

/**
 * A policy as it is read: keys that a newer version added are left out, and the
 * shares that are left add up to 1 again. What is written is checked strictly.
 */
const storedPolicySchema: z.ZodType<DemandPolicy> = z.object({
  // Of rules that are newer, the newest that are known come closest.
  rules: demandPolicySchema.shape.rules.catch(2),
  halfLifeDays: z.number().positive(),
  weights: numbers('number', 'breadth', 'specific'),
  halfPoints: numbers('number', 'breadth', 'specific'),
  specificity: numbers(...scoredDetails),
  levels: numbers('emerging', 'strong', 'proven'),
});

/**
 * Every policy that was ever in force, oldest first; the last one holds now.
 * One that cannot be read is left out: the one before it holds on, or that of
 * this replica's configuration where there is none.
 */
export async function readPolicies(db: Knex): Promise<PolicyInForce[]> {
  const rows = await db<PolicyRow>('policy').orderBy(['since', 'id']);
  const policies = readable(db, 'policy', rows, toPolicy);
  const configured = ofReplica.get(db.client.config);
  return policies.length > 0 || !configured ? policies : [configured];
}

/** Shares that add up to 1, also where a newer version gave some to new keys. */
function adding<Shares extends Record<string, number>>(shares: Shares): Shares {
  const sum = Object.values(shares).reduce((all, share) => all + share, 0);
  return Math.abs(sum - 1) < 1e-9 || sum <= 0
    ? shares
    : (Object.fromEntries(
        Object.entries(shares).map(([name, share]) => [name, share / sum]),
      ) as Shares);
}

function toPolicy(row: PolicyRow): PolicyInForce {
  const read = storedPolicySchema.safeParse({
    // One that does not say by which rules it was used is of the first.
    rules: 1,
    ...objectOf(row.json, 'json'),
  });
  if (!read.success) {
    const [{ path }] = read.error.issues;
    throw new UnreadableRowError(['json', ...path].join('.'), 'is no number');
  }
  return {
    since: timeOf(row.since, 'since'),
    fingerprint: row.fingerprint,
    policy: {
      ...read.data,
      weights: adding(read.data.weights),
      specificity: adding(read.data.specificity),
    },
  };
}
