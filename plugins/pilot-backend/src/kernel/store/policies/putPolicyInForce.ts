import {
  DemandPolicy,
  demandPolicySchema,
  PolicyInForce,
  SpecificityDetail,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { objectOf, timeOf } from '../columns';
import { Clock } from '../../clock/Clock';
import { DeclaredPolicy, PolicyDecision } from './DeclaredPolicy';
import { datedWrite } from '../datedWrite';
import { readable } from '../readable';
import { UnreadableRowError } from '../UnreadableRowError';
import { lockFeedCounter } from '../feed/numberPending';

interface PolicyRow {
  id: number | string;
  fingerprint: string;
  json: string;
  since: number | string;
}

/** Configured policies of replicas, by the database that they use. */
const ofReplica = new WeakMap<object, PolicyInForce>();

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

/** Effect of a start on the policy in force. */
export interface PolicyStart {
  readonly decision: PolicyDecision;
  /** The policy in force from now on. */
  readonly inForce: DeclaredPolicy;
  /** The one before, where another one came into force. */
  readonly before?: DeclaredPolicy;
  /** Number of policies that a clock that was ahead had dated in the future. */
  readonly fromFuture: number;
}

/**
 * Puts the policy of a starting replica in force unless it is decided otherwise, and
 * lets those that are dated in the future hold from now on.
 */
export async function putPolicyInForce(
  knex: Knex,
  configured: {
    readonly fingerprint: string;
    readonly policy: DemandPolicy;
    readonly revision?: number;
  },
  clock: Clock,
  decide: (
    stored: readonly DeclaredPolicy[],
    configured: DeclaredPolicy,
  ) => PolicyDecision = () => 'comesIntoForce',
): Promise<PolicyStart> {
  const { fingerprint, policy, revision = 0 } = configured;
  ofReplica.set(knex.client.config, { fingerprint, policy, since: clock() });
  return datedWrite(knex, clock, async (tx, now) => {
    await lockFeedCounter(tx);
    const fromFuture = await tx('policy')
      .where('since', '>', now.getTime())
      .update({ since: now.getTime() });
    const stored = await declaredPolicies(tx);
    const before = stored.at(-1);
    const declared = { fingerprint, revision };
    const decision = decide(stored, declared);
    if (decision === 'comesIntoForce') {
      await tx('policy').insert({
        ...declared,
        json: JSON.stringify(demandPolicySchema.parse(policy)),
        since: now.getTime(),
      });
      return { decision, inForce: declared, before, fromFuture };
    }
    if (decision === 'isDeclaredAnew') {
      const rows = await tx('policy').orderBy(['since', 'id']).select('id');
      await tx('policy')
        .where({ id: rows.at(-1)!.id })
        .update({ revision });
    }
    return { decision, inForce: before!, fromFuture };
  });
}

/** Every policy that was ever in force, also what cannot be read of it. */
async function declaredPolicies(db: Knex): Promise<DeclaredPolicy[]> {
  const rows = await db('policy')
    .orderBy(['since', 'id'])
    .select('fingerprint', 'revision');
  return rows.map(row => ({
    fingerprint: row.fingerprint,
    revision: Number(row.revision),
  }));
}
