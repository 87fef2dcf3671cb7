import {
  DemandHistory,
  DemandMarker,
  dayOf,
  endOfDay,
  PolicyInForce,
  policyAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { firstDay } from '../kernel/store/demand/findFirstDay';
import { milestones } from '../kernel/store/log/readMilestones';
import { demandsAt, DemandThen } from './demandsAt';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** The span of a history, in UTC days. */
export interface HistorySpan {
  readonly from: number;
  readonly to: number;
  /** Days between two points, 1 upwards. */
  readonly step: number;
}

/** A marker, and the entity that one has to see in order to be told of it. */
export type SourcedMarker = DemandMarker & { readonly source: string };

/** Points of a demand over time, with what explains its bends. */
export type HistoryReading = Pick<
  DemandHistory,
  'points' | 'summary' | 'markers'
>;

const instantOf = (day: number, now: Date) =>
  day === dayOf(now) ? now : endOfDay(day);

/**
 * A target's demand at the ends of days, the last one now where that is today.
 * It is read from the sums that were kept, so its length costs no replay.
 */
export async function readHistory(
  db: Knex,
  target: StoredTarget,
  span: HistorySpan,
  options: {
    readonly policies: readonly PolicyInForce[];
    readonly now: Date;
    /** Without what its reader may not know of. */
    readonly shown: (
      markers: readonly SourcedMarker[],
    ) => Promise<readonly SourcedMarker[]>;
  },
): Promise<HistoryReading> {
  const { policies, now, shown } = options;
  const instants = daysOf(span).map(day => instantOf(day, now));
  const demands = (await demandsAt(db, [target], instants, policies)).get(
    target.id,
  )!;
  const points = instants.map((at, index) => ({
    at: at.toISOString(),
    score: demands[index].score,
    level: demands[index].level,
    policy: policyAt(policies, at).fingerprint,
  }));
  const happened = await milestones(db, target.id);
  const policyMarkers = policyChanges(policies);
  const markers: DemandMarker[] = [
    ...firstAdoptions(await shown(happened.markers)),
    ...policyMarkers,
    ...derivedMarkers(
      await derivedPhases(db, target, span, { policies, now }),
      happened.markers,
    ),
  ];
  const inSpan = ({ at }: { at: string }) =>
    dayOf(new Date(at)) >= span.from && dayOf(new Date(at)) <= span.to;
  return {
    points,
    markers: markers
      .filter(inSpan)
      .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
    summary: {
      first: points[0]?.score ?? 0,
      last: points.at(-1)?.score ?? 0,
      since: happened.since?.toISOString() ?? null,
      policyChanges: policyMarkers.filter(inSpan).map(({ at }) => at),
    },
  };
}

/** A team adopts once, wherever it did so first as far as one sees. */
function firstAdoptions(markers: readonly SourcedMarker[]): DemandMarker[] {
  const adopters = new Set<string>();
  return markers.flatMap(({ source, ...marker }) => {
    if (marker.type === 'adoption') {
      if (adopters.has(marker.team)) {
        return [];
      }
      adopters.add(marker.team);
    }
    return [marker];
  });
}

function daysOf({ from, to, step }: HistorySpan): number[] {
  const days: number[] = [];
  for (let day = from; day < to; day += step) {
    days.push(day);
  }
  return [...days, to];
}

function policyChanges(policies: readonly PolicyInForce[]) {
  return policies.slice(1).map(({ since, fingerprint }) => ({
    type: 'policy' as const,
    at: since.toISOString(),
    policy: fingerprint,
  }));
}

/**
 * Those of the derived phases that held: not while another one was decided, and
 * none before the first where that was declared, which says nothing of earlier.
 */
function derivedMarkers(
  derived: readonly PhaseMarker[],
  happened: readonly DemandMarker[],
): DemandMarker[] {
  const logged = happened.filter(isPhase);
  if (logged.length === 0) {
    return [...derived];
  }
  return derived.filter(({ at }) => {
    const last = logged.findLast(each => each.at <= at);
    return last ? isDerived(last) : !logged[0].declared;
  });
}

type PhaseMarker = Extract<DemandMarker, { type: 'phase' }>;

function isPhase(marker: DemandMarker): marker is PhaseMarker {
  return marker.type === 'phase';
}

/** Of these two, only going back to them is ever decided. */
function isDerived({ phase }: PhaseMarker): boolean {
  return phase === 'pilot' || phase === 'demand';
}

/** Finds when the demand for a Pilot derived another phase, by the day. */
async function derivedPhases(
  db: Knex,
  target: StoredTarget,
  span: HistorySpan,
  { policies, now }: { policies: readonly PolicyInForce[]; now: Date },
): Promise<PhaseMarker[]> {
  if (target.kind !== 'pilot') {
    return [];
  }
  const first = await firstDay(db, target.id);
  if (first === undefined || first > span.to) {
    return [];
  }
  // Nobody asked before, however long ago the span begins.
  const from = Math.max(span.from, first) - 1;
  const days = daysOf({ ...span, from, step: 1 });
  const demands = (
    await demandsAt(
      db,
      [target],
      days.map(day => instantOf(day, now)),
      policies,
    )
  ).get(target.id)!;
  const phaseOf = ({ counts }: DemandThen) =>
    counts.interests > 0 ? ('demand' as const) : ('pilot' as const);
  return days.flatMap((day, index) => {
    const phase = phaseOf(demands[index]);
    return index > 0 && phase !== phaseOf(demands[index - 1])
      ? [
          {
            type: 'phase' as const,
            at: new Date(endOfDay(day - 1).getTime() + 1).toISOString(),
            phase,
          },
        ]
      : [];
  });
}
