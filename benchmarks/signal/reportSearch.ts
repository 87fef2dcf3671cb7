import type { Comparison } from './compareCandidates';
import { fixed, percent, signed, tableOf } from './markdown';
import type { Candidate } from './policies';
import type { PolicySearch } from './searchPolicies';

const described = ({ halfLifeDays, weights, halfPoints }: Candidate) => [
  `${halfLifeDays}`,
  [weights.number, weights.breadth, weights.specific].join(' / '),
  [halfPoints.number, halfPoints.breadth, halfPoints.specific].join(' / '),
];

const compared = ({ name, lead, low, high, won }: Comparison) => [
  name,
  signed(lead),
  `${signed(low)} to ${signed(high)}`,
  percent(won),
];

const comparisons = (first: string, rows: readonly Comparison[]) =>
  tableOf([[first, 'lead', '95 % interval', 'won'], ...rows.map(compared)]);

/** The best candidates, the first of them on other organisations, and the neighbours of the defaults. */
export function searchText(found: PolicySearch): string {
  return [
    `${found.candidates} candidates on ${
      found.organisations
    } drawn organisations; mean τ of the defaults there ${fixed(
      found.training,
    )}. The ten best of them:`,
    '',
    tableOf([
      ['half-life', 'weights', 'half points', 'τ'],
      ...found.leaders.map(({ candidate, tau }) => [
        ...described(candidate),
        fixed(tau),
      ]),
    ]),
    '',
    `On ${found.organisations} other organisations the defaults have ${fixed(
      found.heldOut,
    )} and the first of the ten ${fixed(
      found.best.tau,
    )}. Its lead over the defaults there, in all and by thirds of two assumptions:`,
    '',
    comparisons('Organisations', [
      { ...found.best, name: 'all' },
      ...found.thirds.flatMap(({ assumption, parts }) =>
        parts.map(part => ({
          ...part,
          name: `\`${assumption}\` ${part.name}`,
        })),
      ),
    ]),
    '',
    `Its lead in the worlds, ${found.seeds} organisations each:`,
    '',
    comparisons('World', found.inWorlds),
    '',
    'The defaults with one thing changed, on the held-out organisations:',
    '',
    comparisons('Changed', found.neighbours),
  ].join('\n');
}
