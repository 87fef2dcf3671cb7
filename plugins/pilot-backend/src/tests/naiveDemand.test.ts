import fc from 'fast-check';
import { databases } from '../__testUtils__/databases';
import {
  NaiveInterest,
  naiveDemand,
  NaiveStatus,
} from '../__testUtils__/naiveDemand';
import { component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

jest.setTimeout(300_000);

const histories = 100;
const teams = ['a', 'b', 'c', 'd', 'e'].map(name => `group:default/${name}`);
const people = ['p', 'q', 'r'].map(name => `user:default/${name}`);

/** Draws how long before the test something was, in milliseconds. */
const ago = (most: number) => fc.integer({ min: 1000, max: most * dayMs });
const text = (value: string) => fc.constantFrom(null, value);

const ask = fc.record({
  /** Of a Pilot: 0, or of one of its two parts. */
  place: fc.nat(2),
  team: fc.constantFrom(...teams),
  author: fc.constantFrom(...people),
  useCaseKey: fc.constantFrom('default', 'second'),
  urgency: fc.constantFrom('nice-to-have', 'important', 'critical'),
  useCase: fc.constantFrom(
    null,
    'Too short to count',
    `  ${'x'.repeat(38)}  `,
    '\u{1F680}'.repeat(40),
    'Weekly sales extracts for forty partners, no files by mail.',
  ),
  alternative: text('A script of ours'),
  neededBy: text('2026-02-01'),
  expectedUsage: text('Daily'),
  contribute: fc.boolean(),
  created: ago(400),
  /** Share of the time from its creation to now at which it was confirmed. */
  confirmed: fc.constantFrom(0, 0, 0.3, 0.9),
  answers: fc.array(
    fc.record({
      status: fc.constantFrom(
        'open',
        'acknowledged',
        'planned',
        'adopted',
        'declined',
        'withdrawn',
      ),
      /** Share of the time from its creation to now. */
      when: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 3 },
  ),
});

const history = fc.record({
  asks: fc.uniqueArray(ask, {
    minLength: 1,
    maxLength: 12,
    selector: each =>
      [each.place, each.team, each.author, each.useCaseKey].join(),
  }),
  /** Of the Pilot and its two parts. */
  owners: fc.array(fc.constantFrom(...teams, ...people, 'group:default/z'), {
    minLength: 3,
    maxLength: 3,
  }),
  instants: fc.array(ago(420), { minLength: 2, maxLength: 2 }),
});

/** Always the same ones. */
const samples = fc.sample(history, { seed: 20_261_120, numRuns: histories });
const start = Date.now() - 60_000;
const targetsOf = (index: number) => [
  `pilot:default/pilot-${index}`,
  `component:default/part-${index}-1`,
  `component:default/part-${index}-2`,
];

const interests: NaiveInterest[] = [];
const statuses: NaiveStatus[] = [];
samples.forEach(({ asks }, index) => {
  for (const { place, created, confirmed, answers, ...rest } of asks) {
    const time = (part: number, later = 0) =>
      new Date(
        start - created + Math.floor(part * created) + later,
      ).toISOString();
    const interest = {
      ...rest,
      target: targetsOf(index)[place],
      createdAt: time(0),
      confirmedAt: time(confirmed),
    };
    interests.push(interest);
    for (const [position, { status, when }] of answers.entries()) {
      const { target, team, author, useCaseKey } = interest;
      statuses.push({
        ...{ target, team, author, useCaseKey, status },
        // A line that says the same at the same instant says nothing new.
        at: time(when, position),
      });
    }
  }
});

it('has histories worth comparing', () => {
  const count = (status: string) =>
    statuses.filter(each => each.status === status).length;
  expect(interests.length).toBeGreaterThan(400);
  expect(count('adopted')).toBeGreaterThan(50);
  expect(count('declined')).toBeGreaterThan(50);
  expect(count('withdrawn')).toBeGreaterThan(50);
});

/** All rows of the list, page by page. */
async function listed(portal: TestPortal, asOf?: string | 0): Promise<any[]> {
  const ranked: any[] = [];
  let cursor = '';
  do {
    const { body } = await portal
      .as('sam')
      .get(
        `/demand?limit=100${asOf ? `&asOf=${asOf}` : ''}${
          cursor && `&cursor=${cursor}`
        }`,
      )
      .expect(200);
    ranked.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return ranked;
}

/** Computes what the rows of the list ought to say at an instant. */
function naiveRows(at: number) {
  const today = Math.floor(at / dayMs) * dayMs;
  return samples.flatMap(({ owners }, index) => {
    const targets = targetsOf(index);
    const refOwners = Object.fromEntries(
      targets.map((target, place) => [target, owners[place]]),
    );
    return targets.map((target, place) => {
      const then = (instant: number) =>
        naiveDemand({
          interests,
          statuses,
          targets: place === 0 ? targets : [target],
          owners: refOwners,
          at: instant,
        });
      const demand = then(at);
      // The end of the UTC day that lies 30 days back.
      const before = then(today - 29 * dayMs - 1);
      return { target, ...demand, growth: demand.score - before.score };
    });
  });
}

describe.each(databases.eachSupportedId())(
  'demand against a naive account of it on %s',
  databaseId => {
    let portal: TestPortal;
    beforeAll(async () => {
      portal = await startPortal({ knex: await databases.init(databaseId) });
      const entities = samples.flatMap(({ owners }, index) => {
        const [whole, ...parts] = targetsOf(index);
        return [
          pilot(`pilot-${index}`, { owner: owners[0], parts }),
          ...[1, 2].map(part =>
            component(`part-${index}-${part}`, {
              owner: owners[part],
              pilots: [whole],
            }),
          ),
        ];
      });
      portal.catalog.set(...entities);
      const lines = [
        ...interests.map(line => ({ type: 'interest', ...line })),
        ...statuses.map(line => ({
          type: 'status',
          ...line,
          by: 'user:default/dana',
        })),
      ];
      for (let i = 0; i < lines.length; i += 1000) {
        await portal.importAll(lines.slice(i, i + 1000));
      }
    });
    afterAll(() => portal?.backend.stop());

    it.each([...samples.keys()])('history %i', async index => {
      const { owners, instants } = samples[index];
      const targets = targetsOf(index);
      const refOwners = Object.fromEntries(
        targets.map((target, place) => [target, owners[place]]),
      );
      const past = instants.map(each => new Date(start - each).toISOString());
      for (const [seen, times] of [
        [targets, [undefined, ...past]],
        [targets.slice(1, 2), [undefined]],
      ] as const) {
        for (const asOf of times) {
          const demand = await portal.demand('sam', seen[0], asOf);
          const naive = naiveDemand({
            interests,
            statuses,
            targets: [...seen],
            owners: refOwners,
            at: Date.parse(asOf ?? demand.asOf),
          });
          const { score, number, breadth, specific, ...exact } = naive;
          expect(demand).toMatchObject(exact);
          expect(demand.rollUp).toEqual(naive.rollUp);
          expect(demand.score).toBeCloseTo(score, 9);
          expect(demand.number).toBeCloseTo(number, 9);
          expect(demand.breadth).toBeCloseTo(breadth, 9);
          expect(demand.specific).toBeCloseTo(specific, 9);
        }
      }
    });

    it.each([
      ['now', undefined],
      ['a month ago', 30],
      ['half a year ago', 180],
    ])('ranks all of them as it does, %s', async (_, daysAgo) => {
      const asOf =
        daysAgo && new Date(start - daysAgo * dayMs).toISOString().slice(0, 10);
      const ranked = await listed(portal, asOf);
      const at = asOf ? Date.parse(`${asOf}T23:59:59.999Z`) : Date.now();
      const known = naiveRows(at).filter(
        ({ target, counts }) =>
          target.startsWith('pilot:') || counts.interests + counts.internal > 0,
      );
      expect(ranked.map(({ target }) => target).sort()).toEqual(
        known.map(({ target }) => target).sort(),
      );
      const scores = new Map(known.map(each => [each.target, each.score]));
      const growths = new Map(known.map(each => [each.target, each.growth]));
      for (const { target, score, growth } of ranked) {
        expect(score).toBeCloseTo(scores.get(target)!, asOf ? 9 : 3);
        expect(growth).toBeCloseTo(growths.get(target)!, asOf ? 9 : 3);
      }
      const inOrder = ranked.map(({ target }) => scores.get(target)!);
      const lag = asOf ? 1e-9 : 0.05;
      for (const [place, score] of inOrder.slice(1).entries()) {
        expect(score).toBeLessThanOrEqual(inOrder[place] + lag);
      }
    });

    it('says in each row what was gained, whatever the last sweep kept', async () => {
      await portal.sweep(new Date(start + 60 * dayMs));
      const gained = new Map(
        naiveRows(Date.now()).map(each => [each.target, each.growth]),
      );
      for (const { target, growth } of await listed(portal)) {
        expect(growth).toBeCloseTo(gained.get(target)!, 3);
      }
    });
  },
);
