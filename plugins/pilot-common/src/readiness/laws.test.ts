import fc from 'fast-check';
import type { Verdict } from '../model/vocabulary';
import {
  aCheck,
  shuffled,
  someReadiness,
  someSigned,
} from './__testUtils__/arbitraries';
import { checkOf, inDays, reportOf } from './__testUtils__/inputs';
import { assessReadiness, type ReadinessInput } from './assess';
import { expiringAnswers } from './expiring';
import { dayMs } from '../model/dayMs';

const holds = <Values extends [unknown, ...unknown[]]>(
  ...property: Parameters<typeof fc.property<Values>>
) => fc.assert(fc.property<Values>(...property), { numRuns: 500 });

const verdictsOf = (input: ReadinessInput): Record<string, Verdict> =>
  Object.fromEntries(
    assessReadiness(input).checks.map(({ definition, verdict }) => [
      definition.id,
      verdict,
    ]),
  );

const scoresOf = (input: ReadinessInput): number[] => {
  const { score, dimensions } = assessReadiness(input);
  return [score, ...dimensions.map(each => each.score)].map(each => each ?? -1);
};

/** Readiness, and one of its checks that is unknown, if there is one. */
const oneUnknown = someReadiness.chain(
  (input): fc.Arbitrary<readonly [ReadinessInput, string | undefined]> => {
    const unknown = Object.entries(verdictsOf(input)).flatMap(([id, verdict]) =>
      verdict === 'unknown' ? [id] : [],
    );
    return fc.tuple(
      fc.constant(input),
      unknown.length > 0 ? fc.constantFrom(...unknown) : fc.constant(undefined),
    );
  },
);

it('scores from 0 to 1, and nothing exactly where no check applies', () => {
  holds(someReadiness, input => {
    const { score, dimensions } = assessReadiness(input);
    const applicable = dimensions.map(each => each.applicable);
    expect(score === null).toBe(Math.max(...applicable) === 0);
    for (const each of [{ score }, ...dimensions]) {
      expect(each.score ?? 0).toBeGreaterThanOrEqual(0);
      expect(each.score ?? 0).toBeLessThanOrEqual(1);
    }
    for (const each of dimensions) {
      expect(each.passed + each.waived + each.failed + each.unknown).toBe(
        each.applicable,
      );
    }
  });
});

it('names the lowest dimension as the weakest', () => {
  holds(someReadiness, input => {
    const { weakest, dimensions } = assessReadiness(input);
    const known = dimensions.filter(({ score }) => score !== null);
    const lowest = Math.min(...known.map(({ score }) => score!));
    expect(weakest).toBe(
      known.find(({ score }) => score === lowest)?.dimension ?? null,
    );
  });
});

it('is not lowered by a waiver, in any dimension', () => {
  holds(someReadiness, someSigned.waivers, (input, waivers) => {
    const without = scoresOf({ ...input, waivers: [] });
    const waived = scoresOf({ ...input, waivers });
    without.forEach((score, index) =>
      expect(waived[index]).toBeGreaterThanOrEqual(score),
    );
  });
});

it('is changed by a waiver only where nothing passes', () => {
  holds(someReadiness, someSigned.waivers, (input, waivers) => {
    const before = verdictsOf({ ...input, waivers: [] });
    for (const [id, verdict] of Object.entries(
      verdictsOf({ ...input, waivers }),
    )) {
      expect(verdict === 'waived' ? ['fail', 'unknown'] : [verdict]).toContain(
        before[id],
      );
    }
  });
});

it('never passes by what has lapsed: it is as if that was never said', () => {
  holds(someReadiness, input => {
    const { now, checks } = input;
    const staleOf = new Map(checks.map(check => [check.id, check]));
    const isFresh = ({ check, at }: { check: string; at: Date }) => {
      const days = staleOf.get(check)?.staleAfterDays ?? 0;
      return now.getTime() - at.getTime() < days * dayMs;
    };
    const isInForce = ({ expiresAt }: { expiresAt: Date }) => now < expiresAt;
    const fresh = {
      ...input,
      automatic: input.automatic.filter(isFresh),
      reports: input.reports.filter(isFresh),
      attestations: input.attestations.filter(isInForce),
      waivers: input.waivers.filter(isInForce),
    };
    expect(verdictsOf(input)).toEqual(verdictsOf(fresh));
  });
});

it('passes nothing when time alone goes by', () => {
  holds(someReadiness, fc.integer({ min: 0, max: 40 }), (input, days) => {
    const silent = { ...input, automatic: [], reports: [] };
    const now = verdictsOf(silent);
    for (const [id, verdict] of Object.entries(
      verdictsOf({ ...silent, now: inDays(days) }),
    )) {
      expect(verdict === 'pass' ? now[id] : 'pass').toBe('pass');
    }
  });
});

it('counts unknown neither as a pass nor as a failure', () => {
  holds(oneUnknown, ([input, id]) => {
    fc.pre(id !== undefined);
    const of = (verdict?: 'pass' | 'fail') => {
      const checks = input.checks.map(check =>
        check.id === id ? { ...check, report: true } : check,
      );
      const reports = input.reports.filter(({ check }) => check !== id);
      const reported = verdict ? [reportOf(id!, verdict)] : [];
      return assessReadiness({
        ...input,
        checks,
        reports: [...reports, ...reported],
      });
    };
    const dimension = input.checks.find(check => check.id === id)!.dimension;
    const countsOf = (verdict?: 'pass' | 'fail') =>
      of(verdict).dimensions.find(each => each.dimension === dimension)!;
    const { passed, failed, unknown, applicable } = countsOf();
    expect(countsOf('pass')).toMatchObject({
      passed: passed + 1,
      failed,
      unknown: unknown - 1,
      applicable,
    });
    expect(countsOf('fail')).toMatchObject({
      passed,
      failed: failed + 1,
      unknown: unknown - 1,
      applicable,
    });
    expect(of('pass').score).toBeGreaterThan(of().score!);
    expect(of('fail').score).toBe(of().score);
  });
});

it('is not changed by a check that does not apply, whatever is said of it', () => {
  holds(someReadiness, aCheck, (input, given) => {
    const extra = checkOf({ ...given, id: 'extra' });
    const { checks, ...before } = assessReadiness(input);
    const { checks: more, ...after } = assessReadiness({
      ...input,
      checks: [extra, ...input.checks],
      reports: [reportOf('extra', 'fail'), ...input.reports],
    });
    expect(after).toEqual(before);
    expect(more.filter(({ definition }) => definition !== extra)).toEqual(
      checks,
    );
  });
});

it('does not depend on the order of anything, to the last digit', () => {
  const inOtherOrder = someReadiness.chain(input =>
    fc.tuple(
      fc.constant(input),
      fc.record({
        checks: shuffled(input.checks),
        applicable: shuffled([...input.applicable]).map(ids => new Set(ids)),
        automatic: shuffled(input.automatic),
        reports: shuffled(input.reports),
        attestations: shuffled(input.attestations),
        waivers: shuffled(input.waivers),
        now: fc.constant(input.now),
      }),
    ),
  );
  holds(inOtherOrder, ([input, other]) => {
    expect(assessReadiness(other)).toEqual(assessReadiness(input));
  });
});

it('warns of exactly the signatures without which less would hold', () => {
  holds(someReadiness, fc.integer({ min: 0, max: 20 }), (input, days) => {
    const assessed = assessReadiness(input);
    const warned = expiringAnswers(assessed, { now: input.now, days });
    const expected = assessed.checks.flatMap(({ definition, verdict }) => {
      const { id } = definition;
      const signed = verdict === 'pass' ? input.attestations : input.waivers;
      const given = signed.find(({ check }) => check === id);
      const isSigned =
        verdict === 'waived' ||
        (verdict === 'pass' && given && definition.attestation);
      const { now } = input;
      return isSigned &&
        given!.expiresAt > now &&
        given!.expiresAt <= inDays(days)
        ? [given!.id]
        : [];
    });
    expect(warned.map(({ id }) => id)).toEqual(expected);
  });
});
