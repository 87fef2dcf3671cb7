import { Pseudonyms } from './Pseudonyms';

const ana = 'user:default/ana';
const erased = 'user:default/erased-0123456789abcdef';
const person = new Pseudonyms(new Map([[ana, erased]]));

it.each([
  ['the ref itself', ana, erased],
  ['in a sentence', `Ask ${ana}, please`, `Ask ${erased}, please`],
  ['at its end', `By ${ana}.`, `By ${erased}.`],
  ['in other letters', 'See User:default/Ana', `See ${erased}`],
  ['in a link', `/catalog?by=${ana}&x=1`, `/catalog?by=${erased}&x=1`],
  ['several times', `${ana} ${ana}`, `${erased} ${erased}`],
  ['not a longer name', `${ana}bel`, `${ana}bel`],
  ['not a name with a dot', `${ana}.smith`, `${ana}.smith`],
  ['not a name with a dash', `${ana}-b`, `${ana}-b`],
  ['not an address', `${ana}@example.com`, `${ana}@example.com`],
  ['not the end of another kind', `super${ana}`, `super${ana}`],
])('puts a pseudonym in the place of %s', (_, text, expected) => {
  expect(person.inText(text)).toBe(expected);
});

it('does so everywhere in JSON', () => {
  expect(
    person.inJson({ [ana]: [ana, { by: ana, n: 1, none: null }] }),
  ).toEqual({ [erased]: [erased, { by: erased, n: 1, none: null }] });
});

it.each(['user:default/a.b+c(d)', 'user:default/ana maría', 'user:x/a@b.c'])(
  'takes the name %s as it is',
  ref => {
    const other = new Pseudonyms(new Map([[ref, erased]]));
    expect(other.inText(`by ${ref}, and others`)).toBe(
      `by ${erased}, and others`,
    );
    expect(other.inText(ref.replace(/.$/, 'z'))).toBe(ref.replace(/.$/, 'z'));
  },
);
