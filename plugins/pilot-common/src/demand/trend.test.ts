import { trendOf } from './trend';

describe('trendOf', () => {
  it.each([
    ['the same', 40, 40, 'steady'],
    ['exactly two points higher', 42, 40, 'steady'],
    ['a little more than two points higher', 42.01, 40, 'rising'],
    ['exactly two points lower', 38, 40, 'steady'],
    ['a little more than two points lower', 37.99, 40, 'falling'],
    ['from nothing', 13.34, 0, 'rising'],
    ['to nothing', 0, 13.34, 'falling'],
  ])('%s', (_name, now, before, expected) => {
    expect(trendOf(now, before)).toBe(expected);
  });
});
