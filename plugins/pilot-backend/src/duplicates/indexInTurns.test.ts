import { SimilarCandidate } from '@pilot-to-platform/plugin-pilot-common';
import { giveWay } from '../kernel/cost/giveWay';
import { indexInTurns, step } from './indexInTurns';

jest.mock('../kernel/cost/giveWay', () => ({
  giveWay: jest.fn(async () => {}),
}));

const candidates: SimilarCandidate[] = Array.from(
  { length: 3 * step + 1 },
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
  expect(found(`gift ${3 * step}`)).toBe(`api:default/${3 * step}`);
});

it('gives way after each part', async () => {
  jest.mocked(giveWay).mockClear();
  await indexInTurns(candidates);
  // Three full parts and a single candidate.
  expect(giveWay).toHaveBeenCalledTimes(4);
});

it('indexes nothing', async () => {
  const index = await indexInTurns([]);
  expect(index.find({ title: 'gift' })).toEqual([]);
});
