import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { ImportedPart } from '../kernel/store/interests/interestRows';
import { withoutImported } from './withoutImported';

it.each<[string, ImportedPart[] | undefined, ImportedPart[], object]>([
  ['nothing was imported', undefined, ['press'], {}],
  ['nothing is left of the import', [], ['press'], { imported: [] }],
  [
    'one part is said anew',
    ['press', 'useCase'],
    ['press'],
    { imported: ['useCase'] },
  ],
  [
    'some parts are said anew',
    ['press', 'useCase', 'withdrawn'],
    ['withdrawn', 'press'],
    { imported: ['useCase'] },
  ],
  [
    'another part is said',
    ['useCase'],
    ['status', 'withdrawn'],
    { imported: ['useCase'] },
  ],
  ['nothing is said', ['useCase'], [], { imported: ['useCase'] }],
])('%s', (_name, imported, said, expected) => {
  const interest = storedInterest('i-1', imported && { imported });
  expect(withoutImported(deepFreeze(interest), ...said)).toEqual(expected);
});
