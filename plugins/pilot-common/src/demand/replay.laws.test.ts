import fc from 'fast-check';
import type { InterestState, LogEntry, TargetLog } from '../model/log';
import {
  aPolicy,
  aState,
  authors,
  now,
  targets,
  teams,
} from './__testUtils__/arbitraries';
import { deepFreeze } from './__testUtils__/asks';
import { assessDemand } from './assessDemand';
import type { TargetInterest } from './counted';
import { demandAt } from './replay';

const [pilot, ...others] = targets;

type Step = { readonly on: string; readonly minutes: number } & (
  | { readonly does: 'ask'; readonly state: Omit<InterestState, 'id'> }
  | {
      readonly does: 'change';
      readonly which: number;
      readonly change: Partial<Omit<InterestState, 'id'>>;
    }
  | { readonly does: 'own'; readonly owner: string | null }
  | { readonly does: 'implement'; readonly parts: readonly string[] }
  | { readonly does: 'name'; readonly pilots: readonly string[] }
);

const when = {
  on: fc.constantFrom(...targets),
  // Often none at all, so that lines of one instant need their number.
  minutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90_000 })),
};
const anOwner = fc.constantFrom(null, ...teams, ...authors);
const someParts = fc.subarray(others);

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ ...when, does: fc.constant('ask' as const), state: aState }),
  fc.record({
    ...when,
    does: fc.constant('change' as const),
    which: fc.nat(),
    change: fc.record(
      {
        status: aState.map(state => state.status),
        withdrawn: fc.boolean(),
        urgency: aState.map(state => state.urgency),
        useCase: aState.map(state => state.useCase),
        confirmedAt: aState.map(state => state.confirmedAt),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ ...when, does: fc.constant('own' as const), owner: anOwner }),
  fc.record({
    ...when,
    does: fc.constant('implement' as const),
    parts: someParts,
  }),
  fc.record({
    ...when,
    does: fc.constant('name' as const),
    pilots: fc.subarray([pilot, 'pilot:default/another']),
  }),
);

/** State that a store would hold now, without any memory. */
interface World {
  owner: string | null;
  parts: readonly string[];
  pilots: readonly string[];
  readonly states: InterestState[];
}

/** Parts that are neither of the Pilot's owner, nor name the Pilot. */
function unconfirmedOf(worlds: ReadonlyMap<string, World>): string[] {
  const own = worlds.get(pilot)!;
  return own.parts.filter(target => {
    const { owner, pilots } = worlds.get(target)!;
    return !pilots.includes(pilot) && (owner === null || owner !== own.owner);
  });
}

/** The interests of the Pilot as the stored states have them. */
function unionOf(worlds: ReadonlyMap<string, World>): TargetInterest[] {
  const own = worlds.get(pilot)!;
  const left = unconfirmedOf(worlds);
  const counting = own.parts.filter(target => !left.includes(target));
  return [pilot, ...counting].flatMap(target => {
    const world = worlds.get(target)!;
    const owners = [world.owner, own.owner];
    return world.states.map(state => ({
      target,
      internal: owners.some(
        owner => owner === state.team || owner === state.author,
      ),
      state: { ...state },
    }));
  });
}

/** Changes the world, and says what a log would. */
function apply(step: Step, world: World, id: string) {
  switch (step.does) {
    case 'ask': {
      const state = { ...step.state, id };
      world.states.push(state);
      return { type: 'recorded', state } as const;
    }
    case 'change': {
      const index = step.which % Math.max(1, world.states.length);
      const state = world.states[index];
      if (!state) return { type: 'other' } as const;
      world.states[index] = { ...state, ...step.change };
      return { type: 'changed', id: state.id, change: step.change } as const;
    }
    case 'own':
      world.owner = step.owner;
      return { type: 'owner', owner: step.owner } as const;
    case 'name':
      world.pilots = step.pilots;
      return { type: 'namedPilots', pilots: step.pilots } as const;
    default:
      world.parts = step.parts;
      return { type: 'implementedBy', parts: step.parts } as const;
  }
}

it('gives at every instant what the states of that instant give', () => {
  const property = fc.property(
    fc.array(aStep, { maxLength: 25 }),
    fc.array(anOwner, { minLength: 3, maxLength: 3 }),
    fc.infiniteStream(fc.nat()),
    aPolicy,
    (steps, owners, dice, policy) => {
      let time = now.getTime();
      const worlds = new Map<string, World>();
      const logs = new Map<string, LogEntry[]>();
      targets.forEach((target, index) => {
        const owner = owners[index];
        worlds.set(target, { owner, parts: [], pilots: [], states: [] });
        const at = new Date(time);
        logs.set(target, [
          { seq: index, at, type: 'owner', owner },
          { seq: index + 10, at, type: 'implementedBy', parts: [] },
        ]);
      });
      const seen = new Map<
        number,
        { interests: TargetInterest[]; unconfirmed: string[] }
      >();
      steps.forEach((step, index) => {
        time += step.minutes * 60_000;
        const entry = apply(step, worlds.get(step.on)!, `id-${index}`);
        const line = { seq: index + 100, at: new Date(time), ...entry };
        // Anywhere in the log: the order is the engine's to find.
        const log = logs.get(step.on)!;
        log.splice(dice.next().value! % (log.length + 1), 0, line);
        seen.set(time, {
          interests: unionOf(worlds),
          unconfirmed: unconfirmedOf(worlds),
        });
      });
      const all: TargetLog[] = [...logs].map(([target, entries]) => ({
        target,
        entries,
      }));
      deepFreeze(all);
      const policies = [{ since: now, policy, fingerprint: 'only' }];
      for (const [instant, { interests, unconfirmed }] of seen) {
        const at = new Date(instant);
        const replayed = demandAt({ target: pilot, logs: all, policies, at });
        const { unconfirmed: left, ...demand } = replayed;
        expect(demand).toEqual({
          ...assessDemand({ target: pilot, interests, policy, now: at }),
          policy: 'only',
        });
        expect(left.map(each => each.target)).toEqual(unconfirmed);
      }
    },
  );
  fc.assert(property, { numRuns: 300 });
});
