import {
  policyAt,
  PolicyInForce,
  summaryAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { EntityFacts } from '../targets/entityFacts';
import { nothing } from './demandsAt';
import { SummaryReading, weeksBefore } from './readSummaries';

/** The demand of an entity that nobody ever asked for. */
export function untouchedReading(
  facts: EntityFacts,
  when: {
    readonly policies: readonly PolicyInForce[];
    readonly asOf: Date;
    readonly weeks: boolean;
  },
): SummaryReading {
  const { asOf, weeks } = when;
  const { policy, fingerprint } = policyAt(when.policies, asOf);
  const [kind] = facts.ref.split(':');
  return {
    ...summaryAt(nothing, asOf, policy),
    target: {
      ...facts,
      kind,
      currentOwner: facts.owner,
      division: null,
      phase: kind === 'pilot' ? facts.phase ?? 'pilot' : null,
      phaseSince: null,
      growth: 0,
      sums: nothing,
    },
    asOf,
    trend: 'steady',
    policy: fingerprint,
    rollUp: [],
    unconfirmed: [],
    weeks: weeks ? [...weeksBefore(asOf), asOf].map(() => 0) : [],
  };
}
