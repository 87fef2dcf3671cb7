import { mixedUnits } from './mixedUnits';

it.each<[string, unknown]>([
  ['one unit', { days: 120 }],
  ['a text', '120 days'],
  ['no object', 120],
  ['nothing', undefined],
  ['null', null],
])('finds nothing wrong with %s', (_name, value) => {
  expect(mixedUnits(value)).toBeUndefined();
});

it('names the units that would add up, and what to write instead', () => {
  expect(mixedUnits({ days: 120, weeks: 8 })).toMatch(
    /^must have one unit, not days and weeks, .* such as '36 hours' or 'P1DT12H'$/,
  );
});
