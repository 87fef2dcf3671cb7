import fc from 'fast-check';
import { createSimilarIndex } from './createSimilarIndex';
import { findSimilar } from './findSimilar';

const holds = <Values extends [unknown, ...unknown[]]>(
  ...property: Parameters<typeof fc.property<Values>>
) => fc.assert(fc.property<Values>(...property), { numRuns: 200 });

const vocabulary = [
  'recipient',
  'share',
  'sharing',
  'Freigabe',
  'Datenfreigabe',
  'partners',
  'ledger',
  'payments',
  'the',
  'service',
  'API',
  'CI',
  'données',
  'データ',
  'PDF',
  'rendering',
  'secrets',
  'rotation',
  '__proto__',
  '.*',
  '',
];
const someWords = fc
  .array(fc.constantFrom(...vocabulary), { maxLength: 12 })
  .map(words => words.join(' '));
const anyText = fc.oneof(
  someWords,
  fc.string({ unit: 'binary', maxLength: 4_000, size: 'max' }),
);
const aTitle = fc.option(anyText);
const aCapability = fc.option(fc.constantFrom('data-sharing', 'ledger', ' '));

const someCandidates = fc
  .array(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 10 }),
      title: aTitle,
      text: fc.option(anyText),
      capability: aCapability,
    }),
    { maxLength: 12 },
  )
  .map(all => all.map((one, at) => ({ ...one, ref: `pilot:default/${at}` })));
const aSubject = fc.record({
  ref: fc.constantFrom(undefined, 'pilot:default/0', 'pilot:default/5'),
  title: aTitle,
  text: fc.option(anyText),
  capability: aCapability,
});

it('gives scores of 0 to 1, best first, each with a reason', () => {
  holds(aSubject, someCandidates, (subject, candidates) => {
    const found = findSimilar(subject, candidates, { limit: 20 });
    found.forEach(({ score, reasons }, at) => {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? 1);
      expect(reasons.length).toBeGreaterThan(0);
    });
  });
});

it('names one to four words, each from the text that was found', () => {
  holds(aSubject, someCandidates, (subject, candidates) => {
    for (const { ref, reasons } of findSimilar(subject, candidates)) {
      const { title, text, name } = candidates.find(one => one.ref === ref)!;
      const whole = `${title} ${name} ${text}`.normalize('NFKC');
      for (const reason of reasons) {
        if (reason.code !== 'words') continue;
        expect(reason.words.length).toBeGreaterThan(0);
        expect(reason.words.length).toBeLessThanOrEqual(4);
        reason.words.forEach(word => expect(whole).toContain(word));
      }
    }
  });
});

it('never finds the subject', () => {
  holds(aSubject, someCandidates, (subject, candidates) => {
    const refs = findSimilar(subject, candidates).map(({ ref }) => ref);
    expect(refs).not.toContain(subject.ref);
  });
});

it('gives the same answer whatever the order of candidates', () => {
  const inTwoOrders = someCandidates.chain(candidates =>
    fc.tuple(
      fc.constant(candidates),
      fc.shuffledSubarray(candidates, { minLength: candidates.length }),
    ),
  );
  holds(aSubject, inTwoOrders, (subject, [candidates, shuffled]) => {
    const index = createSimilarIndex(candidates);
    const other = createSimilarIndex(shuffled);
    expect(other.find(subject)).toEqual(index.find(subject));
    expect(other.pairs()).toEqual(index.pairs());
  });
});

it('gives the same answer however often it is asked', () => {
  holds(aSubject, someCandidates, (subject, candidates) => {
    const index = createSimilarIndex(candidates);
    const first = index.find(subject);
    index.find({ title: 'recipient sharing' });
    expect(index.find(subject)).toEqual(first);
  });
});

it('scores the same telling words 1', () => {
  const telling = someWords.map(words => `${words} recipient`);
  holds(telling, someCandidates, (text, candidates) => {
    const twin = {
      ref: 'pilot:default/twin',
      name: 'twin',
      title: text,
      text: null,
      capability: null,
    };
    const found = findSimilar({ title: text }, [...candidates, twin], {
      limit: 20,
    });
    expect(found.find(({ ref }) => ref === twin.ref)?.score).toBe(1);
  });
});

it('finds every candidate with the capability', () => {
  holds(aSubject, someCandidates, (subject, candidates) => {
    const wanted = subject.capability?.trim();
    const refs = candidates
      .filter(
        ({ ref, capability }) =>
          ref !== subject.ref && wanted && capability === wanted,
      )
      .map(({ ref }) => ref);
    const found = findSimilar(subject, candidates, { limit: 20 });
    expect(found.map(({ ref }) => ref)).toEqual(expect.arrayContaining(refs));
  });
});

it('finds as a pair what finds each other', () => {
  holds(someCandidates, candidates => {
    const index = createSimilarIndex(candidates);
    const pairs = index.pairs().map(({ a, b }) => `${a} ${b}`);
    const found = candidates.flatMap(one =>
      index
        .find(one, { limit: 20, accept: ref => one.ref < ref })
        .map(({ ref }) => `${one.ref} ${ref}`),
    );
    // Asked as a subject, a candidate without a title has no name.
    const titled = new Set(
      candidates.filter(({ title }) => title?.trim()).map(({ ref }) => ref),
    );
    const comparable = (all: string[]) =>
      all.filter(pair => titled.has(pair.split(' ')[0])).sort();
    expect(comparable(pairs)).toEqual(comparable(found));
  });
});
