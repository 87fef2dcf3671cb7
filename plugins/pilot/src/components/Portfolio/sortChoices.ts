import type { DemandOrderBy } from '@pilot-to-platform/plugin-pilot-common';

const natural: readonly DemandOrderBy[] = [
  '-score',
  '-teams',
  '-asks',
  '-newestAsk',
  '-growth',
  'name',
];

/** The orders that people look for, and the one that is chosen. */
export function sortChoices(chosen: DemandOrderBy): readonly DemandOrderBy[] {
  return natural.includes(chosen) ? natural : [...natural, chosen];
}
