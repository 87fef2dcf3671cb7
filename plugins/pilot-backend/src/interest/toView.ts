import {
  Can,
  Demand,
  DemandListItem,
  Interest,
  isInternal,
  specificityOf,
  DemandPolicy,
} from '@pilot-to-platform/plugin-pilot-common';
import { DemandReading } from '../demand/readDemand';
import { SummaryReading } from '../demand/readSummaries';
import { confirmability } from './confirmability';
import { StoredInterest } from '../kernel/store/rows';
import { Caller, owns } from '../kernel/access/Caller';
import { KnownTarget } from './knownTargets';

const dayMs = 24 * 60 * 60 * 1000;

/** What the view of an interest depends on beside the interest itself. */
export interface InterestViewContext {
  readonly target: KnownTarget;
  readonly policy: DemandPolicy;
  readonly confirmAfterDays: number;
  readonly showAuthors: boolean;
  readonly caller: Caller;
  /** Whether the policy lets the caller answer or change this very interest. */
  readonly may: { readonly update: boolean; readonly triage: boolean };
  readonly now: Date;
}

/** An interest in the words of the API. */
export function toInterestView(
  interest: StoredInterest,
  context: InterestViewContext,
): Interest {
  const { target, now } = context;
  const isAuthor = context.caller.user === interest.author;
  const due =
    now.getTime() - interest.confirmedAt.getTime() >=
    context.confirmAfterDays * dayMs;
  return {
    id: interest.id,
    target: target.ref,
    targetTitle: target.title,
    targetGone: target.isGone,
    movedAway: target.isMoved,
    team: interest.team,
    author: isAuthor || context.showAuthors ? interest.author : null,
    onBehalf: interest.onBehalf,
    useCaseKey: interest.useCaseKey,
    urgency: interest.urgency,
    useCase: interest.useCase,
    alternative: interest.alternative,
    neededBy: interest.neededBy,
    expectedUsage: interest.expectedUsage,
    otherwise: interest.otherwise,
    contribute: interest.contribute,
    specificity: specificityOf(interest, context.policy.specificity),
    internal: isInternal(interest, [target.owner]),
    status: interest.withdrawn ? 'withdrawn' : interest.status,
    statusNote: interest.statusNote,
    statusAt: interest.statusAt?.toISOString() ?? null,
    statusBy: context.showAuthors ? interest.statusBy : null,
    createdAt: interest.createdAt.toISOString(),
    confirmedAt: interest.confirmedAt.toISOString(),
    updatedAt: interest.updatedAt.toISOString(),
    confirmDue: due && confirmability(interest) === true,
    version: interest.version,
    can: interestCan(interest, context),
  };
}

function interestCan(
  interest: StoredInterest,
  { caller, target, may }: InterestViewContext,
): Can {
  const isAuthor = caller.user === interest.author;
  const ofAuthor = (answer: true | string) => (isAuthor ? answer : 'notAuthor');
  const allowed = (answer: true | string) =>
    may.update ? answer : 'notAllowed';
  return {
    edit: ofAuthor(interest.status === 'declined' ? 'declined' : true),
    withdraw: ofAuthor(interest.withdrawn ? 'withdrawn' : true),
    confirm: ofAuthor(allowed(confirmability(interest))),
    triage: triageability(interest, { caller, target, may }),
  };
}

function triageability(
  interest: StoredInterest,
  {
    caller,
    target,
    may,
  }: Pick<InterestViewContext, 'caller' | 'target' | 'may'>,
): true | string {
  if (!owns(caller, target.owner)) {
    return 'notOwner';
  }
  if (!may.triage) {
    return 'notAllowed';
  }
  return interest.withdrawn ? 'withdrawn' : true;
}

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
