import { PolicyInForce } from '@pilot-to-platform/plugin-pilot-common';
import { DemandFilter } from '../kernel/store/demand/demandFilter';
import { DemandSort } from '../kernel/store/demand/demandOrder';
import { AssessedTargets, OnlyTargets } from './ListedTargets';

/** Query for a list of demand. */
export interface RankingQuery {
  readonly filter: Omit<DemandFilter, 'readable' | 'expiring'> & {
    readonly expiring?: boolean;
  };
  /** The time of an `expiring` list: it moves on, and the list stays the same. */
  readonly lapsing?: DemandFilter['expiring'];
  readonly sort: DemandSort;
  readonly asOf?: Date;
  readonly weeks: boolean;
  readonly total: boolean;
  readonly cursor?: string;
  readonly limit: number;
  /** A further condition, which the database cannot judge. */
  readonly only?: OnlyTargets;
  /** Reads stored readiness and advice, as far as the caller may know them. */
  readonly assessed?: AssessedTargets;
  /** Every policy that was in force, where they are read already. */
  readonly policies?: readonly PolicyInForce[];
}
