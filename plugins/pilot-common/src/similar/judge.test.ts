import { described } from './described';
import { judge } from './judge';

const judged = (
  common: number,
  capabilities: [string | null, string | null] = [null, null],
  titles: [string, string] = ['Recipient share', 'Shares of recipients'],
) =>
  judge(
    described({ title: titles[0], capability: capabilities[0] }),
    described({ title: titles[1], capability: capabilities[1] }),
    common,
    () => 1,
  );

const words = { code: 'words', words: ['recipients', 'Shares'] };
const capability = { code: 'capability', capability: 'data-sharing' };
const same: [string, string] = ['data-sharing', 'data-sharing'];

it.each([
  ['words', judged(0.4), { score: 0.4, reasons: [words] }],
  ['words just enough', judged(0.125), { score: 0.125, reasons: [words] }],
  ['too few words', judged(0.1249), { score: 0, reasons: [] }],
  [
    'capability alone',
    judged(0.1, same),
    { score: 0.5, reasons: [capability] },
  ],
  ['both', judged(0.4, same), { score: 0.7, reasons: [capability, words] }],
  ['all', judged(1, same), { score: 1, reasons: [capability, words] }],
  [
    'another capability',
    judged(0, ['data-sharing', 'ledger']),
    { score: 0, reasons: [] },
  ],
  ['no capability', judged(0, [null, null]), { score: 0, reasons: [] }],
  [
    'letters but no word',
    judged(0.4, [null, null], ['notification', 'translation']),
    { score: 0, reasons: [] },
  ],
])('%s', (_, actual, expected) => {
  expect(actual).toEqual(expected);
});
