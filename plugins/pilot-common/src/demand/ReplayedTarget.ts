import type { InterestState } from '../model/log';

/**
 * What a target's log says about one instant.
 * @public
 */
export interface ReplayedTarget {
  /** Every interest recorded until then, withdrawn and declined ones included. */
  readonly interests: InterestState[];
  readonly owner: string | null;
  /** What the target was implemented by. */
  readonly parts: readonly string[];
  /** The Pilots that it named as those it implements. */
  readonly namedPilots: readonly string[];
  /** When the catalog was first seen to have it, be that later. */
  readonly seenAt?: Date;
  /** The ids of the interests that were imported under an older date. */
  readonly imported: ReadonlySet<string>;
}
