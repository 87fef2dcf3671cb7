import { presentInOrder } from './presentInOrder';

const now = 1000;
const latest = 1005;

it.each<[string, number[], number, Array<[number, number]>]>([
  ['nothing that can be true', [500, 1005], 0, []],
  ['one of the future as now', [500, 9000], 0, [[9000, 1000]]],
  [
    'several in their order, the last of them as now',
    [9002, 9000, 9001, 9000],
    0,
    [
      [9000, 998],
      [9001, 999],
      [9002, 1000],
    ],
  ],
  [
    'none before what they come after, and each in a millisecond of its own',
    [9000, 9001, 9002],
    999,
    [
      [9000, 999],
      [9001, 1000],
      [9002, 1001],
    ],
  ],
  [
    'as many as have room, and the first ones earlier where they have not',
    Array.from({ length: 8 }, (_, index) => 9000 + index),
    1000,
    Array.from({ length: 8 }, (_, index) => [9000 + index, 998 + index]),
  ],
  ['and none later than now', [9000], 2000, [[9000, 1000]]],
])('dates %s', (_, times, least, dated) => {
  expect([...presentInOrder(times, { now, latest, least })]).toEqual(dated);
});
