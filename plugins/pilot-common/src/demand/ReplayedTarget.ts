import type { InterestState } from '../model/log';

/**
 * State of a target at one instant, as its log says.
 * @public
 */
export interface ReplayedTarget {
  /** Every interest recorded until then, withdrawn and declined ones included. */
  readonly interests: InterestState[];
  readonly owner: string | null;
  /** Refs of what the target was implemented by. */
  readonly parts: readonly string[];
  /** The Pilots that it named as those it implements. */
  readonly namedPilots: readonly string[];
  /** Time when the catalog was first seen to have it, be that later. */
  readonly seenAt?: Date;
  /** The ids of the interests that were imported under an older date. */
  readonly imported: ReadonlySet<string>;
}
