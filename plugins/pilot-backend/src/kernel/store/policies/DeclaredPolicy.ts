/** Policy that a configuration describes. */
export interface DeclaredPolicy {
  readonly fingerprint: string;
  /** `pilot.demand.revision`; 0 where none is declared. */
  readonly revision: number;
}

/**
 * Outcome for a replica's configuration when it starts: it comes into force, it
 * is in force (perhaps under a higher revision from now on), or it stays out of
 * force, because a newer revision holds or because it was replaced before.
 */
export type PolicyDecision =
  | 'comesIntoForce'
  | 'isInForce'
  | 'isDeclaredAnew'
  | 'isOlderRevision'
  | 'wasReplaced';
