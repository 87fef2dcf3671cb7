import { Demand, DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { DemandReading } from './readDemand';
import { SummaryReading } from './readSummaries';

/** A demand reading in the words of the API. */
export function toDemandView(
  target: string,
  reading: DemandReading,
  shown: Pick<
    Demand,
    | 'teams'
    | 'raise'
    | 'rollUp'
    | 'unconfirmed'
    | 'elsewhere'
    | 'watch'
    | 'mergedInto'
    | 'can'
  >,
): Demand {
  return {
    target,
    asOf: reading.asOf.toISOString(),
    score: reading.score,
    level: reading.level,
    trend: reading.trend,
    number: reading.number,
    breadth: reading.breadth,
    specific: reading.specific,
    parts: [...reading.parts],
    counts: reading.counts,
    policy: reading.policy,
    ...shown,
  };
}

/** A demand in a list in the words of the API. */
export function toDemandListItem(
  reading: SummaryReading,
  shown: Pick<
    DemandListItem,
    'division' | 'rollUp' | 'unconfirmed' | 'watch' | 'can'
  > & {
    weeks: boolean;
  },
): DemandListItem {
  const { target } = reading;
  const { weeks, ...rest } = shown;
  return {
    target: target.ref,
    kind: target.kind,
    title: target.title,
    type: target.type,
    owner: target.owner,
    system: target.system,
    phase: target.phase,
    phaseSince: target.phaseSince?.toISOString() ?? null,
    asOf: reading.asOf.toISOString(),
    score: reading.score,
    level: reading.level,
    trend: reading.trend,
    growth: target.growth,
    number: reading.number,
    breadth: reading.breadth,
    specific: reading.specific,
    parts: [...reading.parts],
    counts: reading.counts,
    newestAt: target.sums.newestAt?.toISOString() ?? null,
    policy: reading.policy,
    mergedInto: null,
    ...rest,
    ...(weeks && { weeks: [...reading.weeks] }),
  };
}
