import { SimilarCandidate } from '@pilot-to-platform/plugin-pilot-common';
import { pairsAmong } from './pairsAmong';

const candidate = (
  ref: string,
  text: string,
  capability: string | null = null,
): SimilarCandidate => ({ ref, name: ref, title: null, text, capability });

const others = [
  candidate('f', 'Searches the catalog for gifts with autocompletion'),
  candidate('g', 'Rotates passwords of databases every night'),
  candidate('h', 'Renders invoices as documents for printing'),
];

it('finds what is described in the same words, each pair once', async () => {
  const pairs = await pairsAmong([
    candidate('b', 'Partners download sales extracts themselves'),
    candidate('a', 'Sales extracts for partners, without waiting for mail'),
    ...others,
  ]);
  expect(pairs).toEqual([
    { refs: ['a', 'b'], words: expect.arrayContaining(['extracts']) },
  ]);
});

it('does not take a capability for words', async () => {
  const same = ['f', 'g', 'h'].map((ref, index) => ({
    ...others[index],
    ref,
    capability: 'sharing',
  }));
  expect(await pairsAmong(same)).toEqual([]);
});
