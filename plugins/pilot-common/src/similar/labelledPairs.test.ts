import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSimilarIndex } from './createSimilarIndex';

interface LabelledPair {
  part: string;
  same: boolean;
  sort: string;
  a: { title: string; text: string | null };
  b: { title: string; text: string | null };
}

const file = '../../../../benchmarks/similarity/pairs.json';
const labelledPairs: LabelledPair[] = JSON.parse(
  readFileSync(join(__dirname, file), 'utf8'),
);
const partOf = (part: string) =>
  labelledPairs.filter(pair => pair.part === part);

const candidatesOf = (texts: ReadonlyArray<LabelledPair['a']>) =>
  texts.map(({ title, text }, at) => ({
    ref: `pilot:default/${at}`,
    name: `${at}`,
    title,
    text,
    capability: null,
  }));

/** Floors that `benchmarks/similarity/README.md` promises of each part. */
const floors: Array<[string, number, number]> = [
  ['development', 0.85, 0.65],
  ['held out', 0.7, 0.6],
  ['last check', 0.7, 0.6],
];

it.each(floors)('%s', (part, precision, recall) => {
  const pairs = partOf(part);
  const candidates = candidatesOf(pairs.flatMap(({ a, b }) => [a, b]));
  const index = createSimilarIndex(candidates);
  const called = pairs.filter((_pair, at) =>
    index
      .find(candidates[2 * at], { limit: 3 })
      .some(({ ref }) => ref === candidates[2 * at + 1].ref),
  );
  const right = called.filter(({ same }) => same).length;
  const same = pairs.filter(pair => pair.same).length;
  expect(right / called.length).toBeGreaterThanOrEqual(precision);
  expect(right / same).toBeGreaterThanOrEqual(recall);
});

it('has enough pairs of either kind', () => {
  expect(labelledPairs.length).toBeGreaterThanOrEqual(60);
  for (const [part] of floors) {
    const same = partOf(part).filter(pair => pair.same).length;
    expect(same).toBeGreaterThanOrEqual(14);
    expect(partOf(part).length - same).toBeGreaterThanOrEqual(14);
  }
});

it('finds by a title alone what has it, first, and nothing else', () => {
  const index = createSimilarIndex(
    candidatesOf(labelledPairs.map(({ b }) => b)),
  );
  const titles = labelledPairs
    .map((pair, at) => ({ ...pair, ref: `pilot:default/${at}` }))
    .filter(({ sort }) => sort === 'title only');
  expect(titles).toHaveLength(10);
  for (const { a, ref, same } of titles) {
    const refs = index.find(a).map(match => match.ref);
    expect(refs.indexOf(ref)).toBe(same ? 0 : -1);
  }
});
