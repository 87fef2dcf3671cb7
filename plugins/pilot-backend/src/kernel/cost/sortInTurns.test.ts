import { sortInTurns } from './sortInTurns';

it.each([0, 1, 2, 1999, 2000, 2001, 4000, 7001])(
  'sorts %d items as sort does, equal ones in the order that they had',
  async count => {
    const items = Array.from({ length: count }, (_, index) => ({
      index,
      value: (index * 7919) % 97,
    }));
    const compare = (a: { value: number }, b: { value: number }) =>
      a.value - b.value;
    expect(await sortInTurns(items, compare)).toEqual([...items].sort(compare));
  },
);
