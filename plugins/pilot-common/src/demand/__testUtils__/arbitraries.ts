import fc from 'fast-check';
import { noDetails } from '../../model/interest';
import type { InterestState } from '../../model/log';
import type { DemandPolicy } from '../../model/policy';
import {
  interestStatuses,
  otherwises,
  urgencies,
} from '../../model/vocabulary';
import type { TargetInterest } from '../counted';
import { deepFreeze, useCase } from './asks';
import { dayMs } from '../../model/dayMs';

/** The instant that the random worlds are about. */
export const now = new Date('2026-11-20T09:00:00Z');

/** Few, so that they meet. */
export const teams = ['a', 'b', 'c', 'd'].map(name => `group:default/${name}`);
export const authors = ['x', 'y', 'z'].map(name => `user:default/${name}`);

/** A Pilot first, then what it may be implemented by. */
export const targets = [
  'pilot:default/sharing',
  'api:default/recipients',
  'component:default/server',
];

const text = (...texts: string[]) => fc.constantFrom(null, ...texts);

/** Mostly some years around now, sometimes so long ago that nothing is left. */
export const anInstant: fc.Arbitrary<Date> = fc
  .oneof(
    {
      weight: 9,
      arbitrary: fc.integer({ min: -3000 * dayMs, max: 10 * dayMs }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(0, -30_000 * dayMs, -500_000 * dayMs),
    },
  )
  .map(offset => new Date(now.getTime() + offset));

/** Arbitrary state of an interest, without its id. */
export const aState: fc.Arbitrary<Omit<InterestState, 'id'>> = fc
  .record({
    team: fc.constantFrom(...teams),
    author: fc.constantFrom(...authors),
    urgency: fc.constantFrom(...urgencies),
    useCase: text('', 'x'.repeat(39), '🚀'.repeat(39), useCase),
    alternative: text('By hand'),
    neededBy: text('2020-01-01', '2027-03-01'),
    expectedUsage: text('Daily'),
    otherwise: fc.constantFrom(null, ...otherwises),
    contribute: fc.boolean(),
    status: fc.constantFrom(
      ...interestStatuses.filter(status => status !== 'withdrawn'),
    ),
    withdrawn: fc.integer({ min: 0, max: 4 }).map(dice => dice === 0),
    confirmedAt: anInstant,
  })
  .map(state => ({ ...noDetails, ...state }));

/** Interests with ids of their own, internal ones among them. */
export const someInterests: fc.Arbitrary<readonly TargetInterest[]> = fc
  .array(
    fc.record({
      target: fc.constantFrom(...targets),
      internal: fc.integer({ min: 0, max: 5 }).map(dice => dice === 0),
      state: aState,
    }),
    { maxLength: 14 },
  )
  .map(interests =>
    deepFreeze(
      interests.map((interest, index) => ({
        ...interest,
        state: { ...interest.state, id: `id-${index}` },
      })),
    ),
  );

/** Fractions that add up to 1, some of them possibly 0. */
function fractions<Key extends string>(
  ...keys: Key[]
): fc.Arbitrary<Record<Key, number>> {
  return fc
    .array(fc.integer({ min: 0, max: 9 }), {
      minLength: keys.length,
      maxLength: keys.length,
    })
    .filter(tickets => tickets.some(count => count > 0))
    .map(tickets => {
      const all = tickets.reduce((sum, count) => sum + count, 0);
      return Object.fromEntries(
        keys.map((key, index) => [key, tickets[index] / all]),
      ) as Record<Key, number>;
    });
}

const halfPoint = fc.double({ min: 0.01, max: 50, noNaN: true });

/** Any policy that the schema accepts, within reason. */
export const aPolicy: fc.Arbitrary<DemandPolicy> = fc
  .record({
    halfLifeDays: fc.double({ min: 7, max: 1000, noNaN: true }),
    weights: fractions('number', 'breadth', 'specific'),
    halfPoints: fc.record({
      number: halfPoint,
      breadth: halfPoint,
      specific: halfPoint,
    }),
    specificity: fractions(
      'useCase',
      'alternative',
      'neededBy',
      'expectedUsage',
      'contribute',
    ),
    levels: fc.constant({ emerging: 20, strong: 40, proven: 60 }),
  })
  .map(deepFreeze);
