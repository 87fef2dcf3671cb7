import type { ComponentType } from 'react';
import type { PilotOrder } from '@pilot-to-platform/plugin-pilot-common';
import { DemandCell } from './DemandCell';
import { NameCell } from './NameCell';
import { NextCell } from './NextCell';
import { PhaseCell } from './PhaseCell';
import { ReadinessCell } from './ReadinessCell';
import { TeamsCell } from './TeamsCell';
import type { PortfolioItem } from './usePortfolioPages';

/** A column of the portfolio; one more of these is one more column. */
export interface PortfolioColumn {
  /** Also the key of its title. */
  readonly id: 'name' | 'phase' | 'demand' | 'teams' | 'readiness' | 'next';
  readonly Content: ComponentType<{ item: PortfolioItem }>;
  readonly sortsBy?: PilotOrder;
  /** Its first press sorts from high to low. */
  readonly isHighFirst?: boolean;
  readonly isRowHeader?: boolean;
  /** Other kinds have none. */
  readonly isOfPilots?: boolean;
  /** What is only known of now. */
  readonly isOfNow?: boolean;
  /** Its part of the table, where all columns are shown. */
  readonly width: string;
  /** Its part where there is no room for all; without, it is left out there. */
  readonly narrowWidth?: string;
}

export const portfolioColumns: readonly PortfolioColumn[] = [
  {
    id: 'name',
    Content: NameCell,
    sortsBy: 'name',
    isRowHeader: true,
    width: '24%',
    narrowWidth: '40%',
  },
  {
    id: 'phase',
    Content: PhaseCell,
    sortsBy: 'phase',
    isOfPilots: true,
    width: '13%',
  },
  {
    id: 'demand',
    Content: DemandCell,
    sortsBy: 'score',
    isHighFirst: true,
    width: '25%',
    narrowWidth: '31%',
  },
  {
    id: 'teams',
    Content: TeamsCell,
    sortsBy: 'teams',
    isHighFirst: true,
    width: '9%',
  },
  {
    id: 'readiness',
    Content: ReadinessCell,
    sortsBy: 'readiness',
    isHighFirst: true,
    isOfNow: true,
    width: '15%',
  },
  {
    id: 'next',
    Content: NextCell,
    isOfPilots: true,
    isOfNow: true,
    width: '14%',
    narrowWidth: '29%',
  },
];
