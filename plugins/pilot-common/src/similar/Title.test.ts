import { titleLikeness, titleOf } from './Title';
import { TitleIndex } from './TitleIndex';

const likeness = (a: string, b: string) =>
  titleLikeness(titleOf(a), titleOf(b));

it.each<[string, string, string, number]>([
  ['the same', 'Partner data sharing', 'Partner data sharing', 1],
  ['another case', 'partner DATA sharing', 'Partner data sharing', 1],
  ['another order', 'Data sharing: partner', 'Partner data sharing', 1],
  ['accents', 'Donnees partagees', 'Données partagées', 1],
  ['words that name nothing elsewhere', 'The platform', 'The Platform', 1],
  // One less the share of one letter in the longer title.
  ['a swap', 'Partner data shairng', 'Partner data sharing', 1 - 1 / 18],
  ['a letter missing', 'Partner dta sharing', 'Partner data sharing', 17 / 18],
  [
    'a letter too many',
    'Partnner data sharing',
    'Partner data sharing',
    18 / 19,
  ],
  ['a wrong letter', 'Geocodimg', 'Geocoding', 8 / 9],
  [
    'a wrong first letter in another order',
    'sharing xartner',
    'Partner sharing',
    13 / 14,
  ],
  ['a space missing', 'Featureflags', 'Feature flags', 11 / 12],
  ['two typos', 'Partnr dta sharing', 'Partner data sharing', 0],
  ['a word missing', 'Partner sharing', 'Partner data sharing', 0],
  ['a word more', 'Plan', 'Plan B', 0],
  ['another letter for a name', 'Release plan b', 'Release plan c', 0],
  ['another number', 'Price list v2024', 'Price list v2025', 0],
  ['a short word that is another', 'Loan', 'Load', 0],
  ['a shared word', 'Log search', 'Product search', 0],
  ['a repeated word', 'data data', 'data', 0],
  ['nothing', '', '', 0],
  ['signs', '.*', '.*', 0],
])('compares %s', (_, a, b, expected) => {
  expect(likeness(a, b)).toBeCloseTo(expected, 12);
  expect(likeness(b, a)).toBeCloseTo(expected, 12);
});

it('finds titles by their position, the same before the mistyped', () => {
  const index = new TitleIndex();
  ['Geocodnig', 'Ledger', 'Geocoding', 'geocoding'].forEach((title, at) =>
    index.add(at, titleOf(title)),
  );
  expect(index.nearest(titleOf('Geocoding'))).toEqual([2, 3, 0]);
  expect(index.nearest(titleOf('Mahnwesen'))).toEqual([]);
});
