import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** A log line about one interest. */
export type InterestEntry = Extract<
  NewLogEntry,
  { readonly state: StoredInterest } | { readonly change: object }
>;

/** New state of an interest, and its log line unless nothing changed. */
export interface InterestDecision {
  readonly before?: StoredInterest;
  readonly interest: StoredInterest;
  readonly entry?: InterestEntry;
}

/**
 * True where the catalog shows something else afterwards: it shows teams whose
 * interest stands, and adopters.
 */
export function changesProjection(decision: InterestDecision): boolean {
  const { before, interest } = decision;
  return (
    before?.team !== interest.team ||
    before.status !== interest.status ||
    before.withdrawn !== interest.withdrawn
  );
}
