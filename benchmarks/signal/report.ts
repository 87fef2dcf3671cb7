import { assumptions } from './assumptions';
import type { WorldOutcome } from './compareWorlds';
import { tableOf } from './markdown';
import { searchText } from './reportSearch';
import { rankersTable, referencesTable, verdicts } from './reportWorlds';
import type { PolicySearch } from './searchPolicies';

const assumptionsTable = () =>
  tableOf([
    ['Assumption', 'base', 'drawn from', 'says'],
    ...Object.entries(assumptions).map(([key, { base, low, high, says }]) => [
      `\`${key}\``,
      `${base}`,
      `${low} to ${high}`,
      says,
    ]),
  ]);

/** Writes the findings of a run, as the page `results.md`. */
export function reportOf(
  worlds: readonly WorldOutcome[],
  seeds: number,
  found: PolicySearch,
): string {
  return [
    '# Results',
    '',
    'Written by `npm run benchmark -- signal`. The same code writes the same page. What it means is in the',
    '[README](README.md).',
    '',
    '## The score and what it has to beat',
    '',
    `Mean τ over ${seeds} organisations of each world. In brackets: the share of organisations that the score ranks better`,
    'than that ranker. _Needless_ is the share of counted asks behind which no need stands on the day of the ranking.',
    '_Lead_ is that of the score over the best of the others, plus or minus two standard errors.',
    '',
    rankersTable(worlds),
    '',
    verdicts(worlds),
    '',
    '## Parts of the idea alone',
    '',
    referencesTable(worlds),
    '',
    '## The search for better defaults',
    '',
    searchText(found),
    '',
    '## Assumptions',
    '',
    assumptionsTable(),
    '',
  ].join('\n');
}
