import { SimilarCandidate } from '@pilot-to-platform/plugin-pilot-common';
import { indexInTurns, turn } from './indexInTurns';

const candidates: SimilarCandidate[] = Array.from(
  { length: 3 * turn + 1 },
  (_, at) => ({
    ref: `api:default/${at}`,
    name: `gift-${at}`,
    title: null,
    text: null,
    capability: null,
  }),
);

it('indexes all, from the first to the last', async () => {
  const index = await indexInTurns(candidates);
  const found = (title: string) => index.find({ title })[0].ref;
  expect(found('gift 0')).toBe('api:default/0');
  expect(found(`gift ${3 * turn}`)).toBe(`api:default/${3 * turn}`);
});

it('lets others have their turn after each part', async () => {
  let turns = 0;
  let isDone = false;
  const others = () => {
    turns += 1;
    if (!isDone) setImmediate(others);
  };
  setImmediate(others);
  await indexInTurns(candidates);
  isDone = true;
  // Four parts: three full ones and a single candidate.
  expect(turns).toBeGreaterThanOrEqual(4);
});

it('indexes nothing', async () => {
  const index = await indexInTurns([]);
  expect(index.find({ title: 'gift' })).toEqual([]);
});
