import type { ComponentType } from 'react';
import type {
  DemandListItem,
  DemandOrder,
} from '@pilot-to-platform/plugin-pilot-common';
import { DemandCell } from './DemandCell';
import { NameCell } from './NameCell';
import { PhaseCell } from './PhaseCell';
import { TeamsCell } from './TeamsCell';

/** A column of the portfolio; one more of these is one more column. */
export interface PortfolioColumn {
  /** Also the key of its title. */
  readonly id: 'name' | 'phase' | 'demand' | 'teams';
  readonly Content: ComponentType<{ item: DemandListItem }>;
  readonly sortsBy?: DemandOrder;
  /** Its first press sorts from high to low. */
  readonly isHighFirst?: boolean;
  readonly isRowHeader?: boolean;
  /** Other kinds have none. */
  readonly isOfPilots?: boolean;
  /** Its part of the table, where all columns are shown. */
  readonly width: string;
  /** Left out where the screen is too narrow for all. */
  readonly isWide?: boolean;
}

export const portfolioColumns: readonly PortfolioColumn[] = [
  {
    id: 'name',
    Content: NameCell,
    sortsBy: 'name',
    isRowHeader: true,
    width: '30%',
  },
  {
    id: 'phase',
    Content: PhaseCell,
    isOfPilots: true,
    isWide: true,
    width: '18%',
  },
  {
    id: 'demand',
    Content: DemandCell,
    sortsBy: 'score',
    isHighFirst: true,
    width: '38%',
  },
  {
    id: 'teams',
    Content: TeamsCell,
    sortsBy: 'teams',
    isHighFirst: true,
    isWide: true,
    width: '14%',
  },
];
