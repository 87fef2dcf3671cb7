import {
  DemandPolicy,
  demandPolicySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Clock } from '../../clock/Clock';
import { DeclaredPolicy, PolicyDecision } from './DeclaredPolicy';
import { datedWrite } from '../datedWrite';
import { lockFeedCounter } from '../feed/feedCounter';
import { ofReplica } from './readPolicies';

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
