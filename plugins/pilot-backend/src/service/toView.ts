import {
  Can,
  Demand,
  Interest,
  isInternal,
  specificityOf,
  DemandPolicy,
} from '@pilot-to-platform/plugin-pilot-common';
import { DemandReading } from '../demand/readDemand';
import { confirmability } from '../interest/confirmability';
import { StoredInterest } from '../store/rows';
import { Caller, owns } from './Caller';

const dayMs = 24 * 60 * 60 * 1000;

/** What the view of an interest depends on beside the interest itself. */
export interface InterestViewContext {
  readonly target: { readonly ref: string; readonly owner: string | null };
  readonly policy: DemandPolicy;
  readonly confirmAfterDays: number;
  readonly caller?: Caller;
  readonly now: Date;
}

/** An interest in the words of the API. */
export function toInterestView(
  interest: StoredInterest,
  context: InterestViewContext,
): Interest {
  const { target, now } = context;
  const due =
    now.getTime() - interest.confirmedAt.getTime() >=
    context.confirmAfterDays * dayMs;
  return {
    id: interest.id,
    target: target.ref,
    team: interest.team,
    author: interest.author,
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
    createdAt: interest.createdAt.toISOString(),
    confirmedAt: interest.confirmedAt.toISOString(),
    confirmDue: due && confirmability(interest) === true,
    version: interest.version,
    can: interestCan(interest, context),
  };
}

function interestCan(
  interest: StoredInterest,
  { caller, target }: InterestViewContext,
): Can {
  const isAuthor = caller?.user === interest.author;
  const ofAuthor = (answer: true | string) => (isAuthor ? answer : 'notAuthor');
  return {
    edit: ofAuthor(interest.status === 'declined' ? 'declined' : true),
    withdraw: ofAuthor(interest.withdrawn ? 'withdrawn' : true),
    confirm: ofAuthor(confirmability(interest)),
    triage: caller && owns(caller, target.owner) ? true : 'notOwner',
  };
}

/** A demand reading in the words of the API. */
export function toDemandView(
  target: string,
  reading: DemandReading,
  can: Can,
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
    teams: [...reading.teams],
    raise: [...reading.raise],
    rollUp: [...reading.rollUp],
    policy: reading.policy,
    can,
  };
}
