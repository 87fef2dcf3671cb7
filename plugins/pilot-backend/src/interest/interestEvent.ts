import { InterestEvent } from '@pilot-to-platform/plugin-pilot-common';
import { InterestEntry } from './Decision';
import { Merge } from './mergeSteps';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** A change of an interest in the words of the event. */
export function interestEvent(
  type: InterestEvent['type'],
  interest: StoredInterest,
  where: { readonly target: string; readonly at: Date },
): InterestEvent {
  return {
    type,
    interest: interest.id,
    target: where.target,
    team: interest.team,
    status: interest.withdrawn ? 'withdrawn' : interest.status,
    at: where.at.toISOString(),
  };
}

/** One event for each interest that imported lines were about, of the last that they say. */
export function importEvents(
  { touched, entries }: Pick<Merge, 'touched' | 'entries'>,
  target: string,
): InterestEvent[] {
  return touched.flatMap(interest => {
    const last = entries.findLast(
      entry =>
        ('state' in entry && entry.state.id === interest.id) ||
        ('change' in entry && entry.id === interest.id),
    ) as InterestEntry | undefined;
    return last
      ? [interestEvent(last.type, interest, { target, at: last.at })]
      : [];
  });
}
