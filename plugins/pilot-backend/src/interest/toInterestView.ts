import {
  Can,
  Interest,
  isInternal,
  specificityOf,
  DemandPolicy,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { confirmability } from './confirmability';
import { Caller, owns } from '../kernel/access/Caller';
import { KnownTarget } from './knownTargets';
import { statedIn } from '../kernel/store/interests/interestDetails';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** Facts that the view of an interest depends on beside the interest itself. */
export interface InterestViewContext {
  readonly target: KnownTarget;
  readonly policy: DemandPolicy;
  readonly confirmAfterDays: number;
  readonly showAuthors: boolean;
  readonly caller: Caller;
  /** Permissions of the caller to answer or change this very interest. */
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
    ...statedIn(interest),
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
