import { GramIndex } from './GramIndex';

// Computed by hand from the definition: ln(1 + (N - n + 0.5) / (n + 0.5)).
it.each<[string, number]>([
  ['abc', Math.log(1 + 0.5 / 3.5)],
  ['def', Math.log(1 + 2.5 / 1.5)],
  ['unseen', Math.log(1 + 3.5 / 0.5)],
])('weighs %s by how rare it is', (gram, expected) => {
  const index = new GramIndex([['abc', 'def'], ['abc'], ['abc']]);
  expect(index.weightOf(gram)).toBeCloseTo(expected, 12);
});

it('scores what two texts share against what each has', () => {
  const index = new GramIndex([['abc', 'def', 'ghi'], ['xyz']]);
  const seen = Math.log(1 + 1.5 / 1.5);
  const unseen = Math.log(1 + 2.5 / 0.5);
  // Two of two and of three runs are shared: shared count times shared weight,
  // over the same of each text with itself.
  const found = index.common(['abc', 'def', 'new'], new Set([0, 1]));
  const shared = 2 * (2 * seen);
  const asked = 3 * (2 * seen + unseen);
  const held = 3 * (3 * seen);
  expect([...found.keys()]).toEqual([0]);
  expect(found.get(0)).toBeCloseTo(shared / Math.sqrt(asked * held), 12);
});

it('scores the same text 1', () => {
  const index = new GramIndex([['abc', 'def'], ['abc', 'xyz'], []]);
  const all = new Set([0, 1, 2]);
  expect(index.common(['def', 'abc'], all).get(0)).toBeCloseTo(1, 12);
});

it('scores only the texts that it is told to', () => {
  const index = new GramIndex([['abc'], ['abc']]);
  expect([...index.common(['abc'], new Set([1])).keys()]).toEqual([1]);
  expect(index.common(['abc'], new Set()).size).toBe(0);
});

it('puts a short text before a long one that shares the same', () => {
  const index = new GramIndex([
    ['abc', 'r', 's', 't', 'u'],
    ['abc', 'r'],
  ]);
  expect(index.nearest(['abc'])).toEqual([1, 0]);
});

it('looks by the rare runs first where there are very many texts', () => {
  const common = Array.from({ length: 16_000 }, () => ['abc']);
  const index = new GramIndex([...common, ['abc', 'xyz']]);
  expect(index.nearest(['abc', 'xyz'])).toEqual([16_000]);
});

it('finds nothing by nothing', () => {
  expect(new GramIndex([]).nearest(['abc'])).toEqual([]);
  expect(new GramIndex([['abc']]).nearest([])).toEqual([]);
  expect(new GramIndex([['abc']]).common([], new Set([0])).size).toBe(0);
});
