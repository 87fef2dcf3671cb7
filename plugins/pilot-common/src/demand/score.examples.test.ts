import { markdownTable, tablesOf } from '../__testUtils__/documentation';
import { demandExamples } from './score.examples';

const shown = (sum: number) => String(Number(sum.toFixed(4)));

it('is what the documentation shows', () => {
  const table = markdownTable([
    ['Case', 'N', 'T', 'M', 'Score'],
    ...demandExamples.map(({ name, expected }) => [
      name,
      shown(expected.number),
      shown(expected.breadth),
      shown(expected.specific),
      expected.score.toFixed(2),
    ]),
  ]);
  expect(tablesOf('demand', 'Case')).toEqual([table]);
});
