import { PolicyInForce } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { LockedTargets } from '../kernel/store/targets/lockTargets';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** News from the catalog about a target. */
export interface TargetChange {
  /** Teams whose interest counts in another way. */
  readonly teams: 'all' | 'none';
  /** Time from which it holds; from now on if absent. */
  readonly since?: Date;
  /** Nothing was known of the target or of its parts before: there is no log to read. */
  readonly isFirst?: boolean;
  /** The latest time in the target's log, where this write added to it. */
  readonly lastAt?: Date;
  readonly policies: readonly PolicyInForce[];
  readonly at: Date;
}

/** Keeps what depends on a target, in the transaction that changes it. */
export type OnTargetChanged = (
  tx: Knex.Transaction,
  locked: Pick<LockedTargets, 'pilots'>,
  target: StoredTarget,
  change: TargetChange,
) => Promise<unknown>;
