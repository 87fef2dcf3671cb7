import fc from 'fast-check';
import type { CheckDefinition } from '../../model/check';
import { deepFreeze } from '../../demand/__testUtils__/asks';
import { dimensions } from '../../model/vocabulary';
import type { ReadinessInput } from '../assess';
import {
  attestationOf,
  automaticOf,
  checkOf,
  now,
  reportOf,
  waiverOf,
} from './inputs';

/** Few, so that what is said of a check meets it. */
const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => `docs.${name}`);

const answered = fc.constantFrom('pass' as const, 'fail' as const);
/** Some have lapsed, some lapse in this instant. */
const daysLeft = fc.integer({ min: -3, max: 20 });
const daysOld = fc.integer({ min: 0, max: 12 });

/** A check without its id: not every one takes every kind of answer. */
export const aCheck = fc.record<Omit<CheckDefinition, 'id'>>({
  dimension: fc.constantFrom(...dimensions),
  question: fc.constant('Is it so?'),
  answer: fc.constant('Somehow.'),
  weight: fc.oneof(
    fc.integer({ min: 1, max: 3 }),
    fc.double({ min: 0.01, max: 9, noNaN: true }),
  ),
  required: fc.subarray(['build-out', 'platform'] as const),
  appliesTo: fc.constant({ kind: 'Pilot' }),
  source: fc.constantFrom('catalog', 'other', undefined),
  attestation: fc.constantFrom({ maxDays: 90 }, undefined),
  report: fc.boolean(),
  staleAfterDays: fc.integer({ min: 1, max: 10 }),
  fix: fc.constant({ text: 'Make it so.' }),
});

const aCheckId = fc.constantFrom(...ids);
const byCheck = { selector: ({ check }: { check: string }) => check };

/** At most one of its kind for each check, for unknown checks too. */
export const someSigned = {
  attestations: fc.uniqueArray(
    fc.tuple(aCheckId, answered, daysLeft).map(of => attestationOf(...of)),
    byCheck,
  ),
  waivers: fc.uniqueArray(
    fc.tuple(aCheckId, daysLeft).map(of => waiverOf(...of)),
    byCheck,
  ),
};

/** Checks, what was said of them, and to which of them it matters. */
export const someReadiness: fc.Arbitrary<ReadinessInput> = fc
  .record({
    given: fc.array(aCheck, { maxLength: ids.length }),
    applicable: fc.subarray(ids).map(of => new Set(of)),
    automatic: fc.uniqueArray(
      fc
        .tuple(
          aCheckId,
          fc.constantFrom('pass', 'fail', 'notApplicable'),
          daysOld,
        )
        .map(of => automaticOf(...of)),
      byCheck,
    ),
    reports: fc.uniqueArray(
      fc.tuple(aCheckId, answered, daysOld).map(of => reportOf(...of)),
      byCheck,
    ),
    ...someSigned,
  })
  .map(({ given, ...rest }) =>
    deepFreeze({
      ...rest,
      checks: given.map((check, index) =>
        checkOf({ ...check, id: ids[index] }),
      ),
      now,
    }),
  );

/** The same in another order. */
export const shuffled = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...all], {
    minLength: all.length,
    maxLength: all.length,
  });
