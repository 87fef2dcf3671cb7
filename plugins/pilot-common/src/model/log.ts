import { StatedDetails } from './interest';
import { InterestStatus } from './vocabulary';

/**
 * State of an interest at one instant. `withdrawn` stands beside the status, so
 * that withdrawing and reopening cannot erase what the owner answered.
 * @public
 */
export interface InterestState extends StatedDetails {
  readonly id: string;
  readonly team: string;
  readonly author: string;
  readonly status: Exclude<InterestStatus, 'withdrawn'>;
  readonly withdrawn: boolean;
  readonly confirmedAt: Date;
}

/**
 * One line of a target's log that history depends on. Lines about an interest
 * carry the whole state the first time (`recorded`), afterwards only what
 * changed; `removed` ones were moved to another target.
 * @public
 */
export type LogEntry = {
  readonly seq: number;
  readonly at: Date;
  /**
   * The place among imported entries of one instant, so that it does not depend on
   * when they came; absent for what people did, which comes after them.
   */
  readonly order?: string;
} & (
  | {
      readonly type: 'recorded';
      readonly state: InterestState;
      /** The details that were said; where the interest stands already, only they hold. */
      readonly said?: readonly string[];
      /** Written later than its date, by an import. */
      readonly imported?: boolean;
    }
  | {
      readonly type: 'changed';
      readonly id: string;
      readonly change: Partial<Omit<InterestState, 'id'>>;
    }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'owner'; readonly owner: string | null }
  | { readonly type: 'implementedBy'; readonly parts: readonly string[] }
  /** The Pilots that the entity names in its annotation: it counts for them. */
  | { readonly type: 'namedPilots'; readonly pilots: readonly string[] }
  | { readonly type: 'other' }
);

/**
 * The log of one target, in any order; the engine sorts by `at`, `order`, then `seq`.
 * @public
 */
export interface TargetLog {
  readonly target: string;
  readonly entries: readonly LogEntry[];
}
