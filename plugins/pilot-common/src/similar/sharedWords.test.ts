import { sharedWords } from './sharedWords';
import { wordsOf } from './words';

const rare = new Set(wordsOf('recipient share').flatMap(word => word.grams));

const shared = (asked: string, found: string) =>
  sharedWords(wordsOf(asked), wordsOf(found), gram => (rare.has(gram) ? 3 : 1));

it.each<[string, string, string, string[]]>([
  [
    'other forms, as the found text has them',
    'sharing with recipients',
    'Share per recipient',
    ['recipient', 'Share'],
  ],
  [
    'the most telling first',
    'share recipient',
    'share recipient',
    ['recipient', 'share'],
  ],
  [
    'parts of a compound',
    'Rechnungen prüfen',
    'Rechnungsprüfung',
    ['Rechnungsprüfung'],
  ],
  ['one form of each', 'feature flags', 'Features and a feature', ['Features']],
  [
    'at most four',
    'alpha bravo delta gamma kappa',
    'kappa gamma delta bravo alpha',
    ['kappa', 'gamma', 'delta', 'bravo'],
  ],
  ['short words only if they are the same', 'GPU log', 'GPUs blog', []],
  ['short words that are the same', 'GPU runner', 'GPU jobs', ['GPU']],
  ['nothing of a chance run of letters', 'notification', 'translation', []],
  ['nothing of nothing', '', 'share', []],
])('names %s', (_, asked, found, expected) => {
  expect(shared(asked, found)).toEqual(expected);
});

it('leaves out words that tell little next to the others', () => {
  expect(shared('recipient log', 'log of a recipient')).toEqual(['recipient']);
});
