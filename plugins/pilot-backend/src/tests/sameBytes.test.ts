import { databases } from '../__testUtils__/databases';
import {
  actions,
  calls,
  operations,
  Subject,
} from '../__testUtils__/halfBlindWrites';
import {
  callAs,
  difference,
  heard,
  invoke,
  Half,
  pagesOf,
  signalled,
  Power,
  startHalf,
} from '../__testUtils__/halfBlindPortals';
import { stir } from '../__testUtils__/halfBlindDeeds';
import { preparedOnce } from '../__testUtils__/preparedOnce';
import { listReads, pageReads } from '../__testUtils__/halfBlindReads';

jest.setTimeout(300_000);

/** Of which lists tell; the pages of one world are asked for in turns. */
const worldCount = Number(process.env.PILOT_WORLDS ?? 512);
const perPortal = 128;
/** Of each world one in so many operations is called. */
const writeTurns = 33;
const now = new Date('2026-11-20T12:00:00Z');
const powers: readonly Power[] = ['none', 'approver', 'onBehalf', 'narrow'];

const rounds = Array.from(
  { length: Math.ceil(worldCount / perPortal) },
  (_, round) => ({ round, first: round * perPortal }),
);

/** Moves the clock, so that writes one after the other have an order. */
const tick = () => jest.setSystemTime(Date.now() + 1000);

beforeAll(() => {
  jest.useFakeTimers({
    now,
    doNotFake: [
      ...(['nextTick', 'setImmediate', 'clearImmediate'] as const),
      ...(['setTimeout', 'clearTimeout', 'setInterval'] as const),
      ...(['clearInterval', 'queueMicrotask', 'performance'] as const),
      'hrtime',
    ],
  });
});
afterAll(() => jest.useRealTimers());

it('calls every operation and action that there is', () => {
  expect(Object.keys(calls).sort()).toEqual([...operations].sort());
});

describe.each(rounds)(
  'two portals that differ in what somebody cannot see, from world $first on',
  ({ round, first }) => {
    let halves: Half[] = [];

    beforeAll(async () => {
      const seeds = Array.from(
        { length: Math.min(perPortal, worldCount - first) },
        (_, index) => first + index,
      );
      const power = powers[round % powers.length];
      for (const which of [0, 1]) {
        const knex = await preparedOnce(await databases.init('SQLITE_3'));
        halves.push(await startHalf({ knex, seeds, which, power }));
      }
    });
    afterAll(async () => {
      await Promise.all(halves.map(({ portal }) => portal.backend.stop()));
      halves = [];
    });

    /** Finds what the two answer differently. */
    async function different(reads: readonly string[]): Promise<unknown[]> {
      const found: unknown[] = [];
      for (const url of reads) {
        const [a, b] = [
          await pagesOf(halves[0], url),
          await pagesOf(halves[1], url),
        ];
        const parted = difference(a, b);
        if (parted) {
          found.push([url, ...parted]);
        }
      }
      return found.slice(0, 10);
    }

    it('lists the same', async () => {
      expect(await different(listReads(round))).toEqual([]);
    });

    it('shows the same of each', async () => {
      expect(await different(pageReads(halves[0].worlds))).toEqual([]);
    });

    /** The same world in both, and one of its refs. */
    const subjects = (index: number, turn: number): Subject[] =>
      halves.map(half => {
        const world = half.worlds[index];
        return { half, world, turn, ref: world.refs[turn % world.refs.length] };
      });

    it('answers the same to what they write', async () => {
      const found: unknown[] = [];
      await stir(halves, tick);
      for (const index of halves[0].worlds.keys()) {
        for (const [at, operation] of operations.entries()) {
          if (at % writeTurns !== index % writeTurns) {
            continue;
          }
          const turn = Math.floor(index / writeTurns) + 4 * round;
          tick();
          const [a, b] = await Promise.all(
            subjects(index, turn).map(subject =>
              callAs(subject.half, operation, calls[operation](subject)),
            ),
          );
          const parted = difference(a, b);
          if (parted) {
            found.push([operation, turn, ...parted]);
          }
        }
      }
      expect(found.slice(0, 10)).toEqual([]);
    });

    it('answers the same to actions', async () => {
      const registered = await halves[0].registry.list();
      expect(registered.actions.map(({ name }) => name).sort()).toEqual(
        Object.keys(actions).sort(),
      );
      const found: unknown[] = [];
      const names = Object.keys(actions);
      for (const index of halves[0].worlds.keys()) {
        const name = names[index % names.length];
        const turn = Math.floor(index / names.length) + 7 * round;
        tick();
        const [a, b] = await Promise.all(
          subjects(index, turn).map(async subject =>
            invoke(subject.half, name, await actions[name](subject)),
          ),
        );
        const parted = difference(a, b);
        if (parted) {
          found.push([name, turn, ...parted]);
        }
      }
      expect(found.slice(0, 10)).toEqual([]);
    });

    it('tells them the same', async () => {
      const [a, b] = await Promise.all(
        halves.map(half => heard(half, new Date())),
      );
      const rest = (of: string[], without: string[]) =>
        of.filter(each => !without.includes(each)).slice(0, 10);
      expect([rest(a, b), rest(b, a)]).toEqual([[], []]);
      expect(a.length).toBe(b.length);
      for (const half of halves) {
        expect(signalled(half)).toEqual([
          '[{"type":"broadcast"},"pilot:changes",{"watch":[names]}]',
        ]);
      }
    });

    it('still shows them the same', async () => {
      expect(await different(['/interests', '/demand', '/pilots'])).toEqual([]);
    });
  },
);
