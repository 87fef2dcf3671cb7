import { createSimilarIndex } from './createSimilarIndex';
import { findSimilar } from './findSimilar';
import { SimilarIndexBuilder } from './SimilarIndexBuilder';
import type { SimilarCandidate, SimilarSubject } from './types';

const candidate = (
  name: string,
  title: string | null,
  text: string | null,
  capability: string | null = null,
): SimilarCandidate => ({
  ref: `pilot:default/${name}`,
  name,
  title,
  text,
  capability,
});

const world = [
  candidate(
    'partner-data',
    'Partner data sharing',
    'Partners read our tables without files.',
    'data-sharing',
  ),
  candidate(
    'recipient-api',
    null,
    'Says which recipient may read which share.',
  ),
  candidate(
    'exports',
    'Nightly exports',
    'CSV by SFTP for advertising.',
    'data-sharing',
  ),
  candidate(
    'feature-flags',
    'Feature flags',
    'Switch features on and off without a deployment.',
  ),
  candidate(
    'ledger',
    'Payments ledger',
    'Double-entry bookings of payments and refunds.',
  ),
  candidate(
    'geocoding',
    'Geocoding',
    'Turns postal addresses into coordinates.',
  ),
  candidate(
    'mahnwesen',
    'Mahnwesen',
    'Offene Rechnungen automatisch anmahnen.',
  ),
  candidate('stocks', 'Gestion des stocks', 'Voir le stock de chaque magasin.'),
  candidate('empty', null, null),
  candidate(
    'orders',
    'Order service',
    'Keeps orders until they are delivered.',
  ),
];
const index = createSimilarIndex(world);

const found = (subject: SimilarSubject) =>
  index.find(subject).map(({ ref }) => ref.split('/')[1]);

describe('what looks alike', () => {
  it.each<[string, SimilarSubject, string[]]>([
    [
      'the words of a title',
      { title: 'Data sharing with partners' },
      ['partner-data'],
    ],
    [
      'a name, where there is no title',
      { title: 'API for recipients' },
      ['recipient-api'],
    ],
    [
      'another form of a word',
      { title: 'Feature flagging' },
      ['feature-flags'],
    ],
    ['a word that is being typed', { title: 'geocod' }, ['geocoding']],
    [
      'a text without a title',
      { text: 'Addresses to coordinates' },
      ['geocoding'],
    ],
    ['German', { title: 'Mahnung offener Rechnungen' }, ['mahnwesen']],
    ['French', { title: 'Le stock des magasins' }, ['stocks']],
    [
      'the same capability alone',
      { title: 'Lakehouse', capability: 'data-sharing' },
      ['exports', 'partner-data'],
    ],
    ['nothing of another need', { title: 'Rotation of secrets' }, []],
    ['nothing by the kind of thing', { title: 'Stationery service' }, []],
    ['nothing by no words', { title: 'The API', text: '' }, []],
    ['nothing by nothing', {}, []],
    ['nothing by an empty capability', { capability: ' ' }, []],
    [
      'nothing by signs',
      { title: '.*', text: '^(a+)+$ __proto__ <script>' },
      [],
    ],
  ])('finds %s', (_, subject, expected) => {
    expect(found(subject)).toEqual(expected);
  });

  it('gives its reasons', () => {
    const [first, second] = index.find({
      title: 'Sharing data with partners',
      capability: 'data-sharing',
    });
    expect(first.reasons).toEqual([
      { code: 'capability', capability: 'data-sharing' },
      { code: 'words', words: ['Partners', 'sharing', 'data'] },
    ]);
    expect(second).toEqual({
      ref: 'pilot:default/exports',
      score: 0.5,
      reasons: [{ code: 'capability', capability: 'data-sharing' }],
    });
  });

  it('scores the same words 1, whatever else there is', () => {
    const [{ ref, title, text }] = world;
    expect(index.find({ title, text })[0]).toMatchObject({ ref, score: 1 });
    expect(findSimilar({ title, text }, [world[0]])[0].score).toBe(1);
  });

  it('never finds the subject itself', () => {
    const { ref, title, text, capability } = world[0];
    expect(
      index.find({ ref, title, text, capability }).map(match => match.ref),
    ).toEqual(['pilot:default/exports']);
  });

  it('finds only what the caller accepts', () => {
    const accept = (ref: string) => ref !== 'pilot:default/partner-data';
    const subject = { title: 'Data sharing', capability: 'data-sharing' };
    const refs = index.find(subject, { accept }).map(({ ref }) => ref);
    expect(refs).toEqual(['pilot:default/exports']);
  });

  it('finds as many as asked for', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      candidate(`flags-${at}`, 'Feature flags', null),
    );
    const flags = createSimilarIndex([...world, ...many]);
    const subject = { title: 'Feature flags' };
    expect(flags.find(subject)).toHaveLength(5);
    expect(flags.find(subject, { limit: 1 })).toHaveLength(1);
    expect(flags.find(subject, { limit: 40 })).toHaveLength(40);
    expect(flags.find(subject, { limit: 0 })).toEqual([]);
  });

  it('orders what is equally similar by ref', () => {
    const twins = ['b', 'c', 'a'].map(name =>
      candidate(name, 'Secrets rotation', null),
    );
    const refs = findSimilar({ title: 'Secrets rotation' }, twins);
    expect(refs.map(({ ref }) => ref.slice(-1))).toEqual(['a', 'b', 'c']);
  });

  it('takes the first of several candidates with one ref', () => {
    const again = candidate('ledger', 'Geocoding', null);
    expect(findSimilar({ title: 'Geocoding' }, [...world, again])).toHaveLength(
      1,
    );
  });
});

describe('a title without a text yet', () => {
  const words = [
    'Companies outside receive governed tables in the lakehouse of theirs',
    'while auditors follow every column, recipient, credential and expiry',
    'that administrators granted, revoked or renewed during a quarter',
  ];
  const sharing = candidate('delta', 'Partner data sharing', words.join(' '));
  const near = Array.from({ length: 100 }, (_, at) =>
    candidate(`near-${at}`, `Partner data ${at}`, 'Data of a partner.'),
  );
  const titles = createSimilarIndex([...near, sharing, ...world.slice(1)]);

  it.each([
    'Partner data sharing',
    'partner DATA sharing',
    'Sharing partner data',
    'Partner dta sharing',
    'Partner data shairng',
  ])('%s finds its like first, however long the other text is', title => {
    const [first] = titles.find({ title });
    expect(first.ref).toBe(sharing.ref);
    expect(first.score).toBeGreaterThan(0.9);
  });

  it('names the words of a title that was mistyped', () => {
    const [first] = index.find({ title: 'Geocodnig' });
    expect(first).toMatchObject({
      ref: 'pilot:default/geocoding',
      reasons: [{ code: 'words', words: ['Geocoding'] }],
    });
  });

  it('finds a title of words that elsewhere name nothing', () => {
    const tools = createSimilarIndex([
      ...world,
      candidate('tools', 'Platform tools', 'Scripts for every day.'),
    ]);
    expect(tools.find({ title: 'platform tools' })).toEqual([
      {
        ref: 'pilot:default/tools',
        score: 1,
        reasons: [{ code: 'words', words: ['Platform', 'tools'] }],
      },
    ]);
  });
});

it('answers the same, however candidates were added', () => {
  const builder = new SimilarIndexBuilder();
  const built = builder.build();
  for (const one of world) {
    builder.add([one]);
    // What was computed of fewer candidates must not stay.
    built.find({ title: 'Partner data sharing' });
  }
  expect(built.pairs()).toEqual(index.pairs());
  for (const subject of world) {
    expect(built.find(subject)).toEqual(index.find(subject));
  }
});

describe('pairs', () => {
  const pilots = createSimilarIndex([
    ...world,
    candidate('toggles', 'Feature flag console', 'Switch features off.'),
    candidate(
      'address-api',
      'Address lookup',
      'Coordinates of postal addresses.',
    ),
  ]);

  it('finds every two that look alike, once', () => {
    const pairs = pilots.pairs();
    expect(
      pairs.map(({ a, b }) => [a.split('/')[1], b.split('/')[1]]).sort(),
    ).toEqual([
      ['address-api', 'geocoding'],
      ['exports', 'partner-data'],
      ['feature-flags', 'toggles'],
    ]);
    const scores = pairs.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('gives their reasons', () => {
    expect(pilots.pairs()).toContainEqual({
      a: 'pilot:default/exports',
      b: 'pilot:default/partner-data',
      score: 0.5,
      reasons: [{ code: 'capability', capability: 'data-sharing' }],
    });
  });

  it('compares only what is accepted', () => {
    const pairs = pilots.pairs(ref => !ref.endsWith('toggles'));
    expect(pairs).toHaveLength(2);
  });

  it('finds none among none', () => {
    expect(createSimilarIndex([]).pairs()).toEqual([]);
  });
});
