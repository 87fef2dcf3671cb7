import type { PilotOrderBy } from '@pilot-to-platform/plugin-pilot-common';
import { canSortBy, type PortfolioQuery } from './PortfolioQuery';

const natural: readonly PilotOrderBy[] = [
  '-score',
  '-teams',
  '-asks',
  '-newestAsk',
  '-growth',
  '-readiness',
  'phase',
  'name',
];

/** The orders that people look for in a view, and the one that is chosen. */
export function sortChoices(query: PortfolioQuery): readonly PilotOrderBy[] {
  const choices = natural.filter(order => canSortBy(query, order));
  return choices.includes(query.sort) ? choices : [...choices, query.sort];
}
