import fc from 'fast-check';
import { deepFreeze } from '../demand/__testUtils__/asks';
import type { Gate } from '../model/gate';
import { phases, phaseTransitions } from '../model/vocabulary';
import {
  shuffled,
  someReadiness,
} from '../readiness/__testUtils__/arbitraries';
import { waiverOf } from '../readiness/__testUtils__/inputs';
import { assessReadiness, type ReadinessInput } from '../readiness/assess';
import { gateOf } from './gates';
import { transitionAllowed } from './transitions';

const holds = <Values extends [unknown, ...unknown[]]>(
  ...property: Parameters<typeof fc.property<Values>>
) => fc.assert(fc.property<Values>(...property), { numRuns: 500 });

const count = fc.integer({ min: 0, max: 6 });
const score = fc.double({ min: 0, max: 99, noNaN: true });

/** All that a gate looks at, but the checks. */
const aSituation = fc
  .record({
    phase: fc.constantFrom(...phases),
    demand: fc.record({
      score,
      counts: fc.record({ teams: count, useCases: count }),
      authors: count,
    }),
    gates: fc.record({
      'build-out': fc.record({ teams: count, useCases: count, score }),
    }),
  })
  .map(deepFreeze);

const gateFor = (
  situation: Omit<Parameters<typeof gateOf>[0], 'checks'>,
  readiness: ReadinessInput,
): Gate | null =>
  gateOf(deepFreeze({ ...situation, ...assessReadiness(readiness) }));

it('is open exactly when nothing is left', () => {
  holds(aSituation, someReadiness, (situation, readiness) => {
    const gate = gateFor(situation, readiness);
    expect(gate?.open ?? true).toBe((gate?.left ?? []).length === 0);
  });
});

it('leaves exactly the required checks that fail or are unknown', () => {
  holds(aSituation, someReadiness, (situation, readiness) => {
    const gate = gateFor(situation, readiness);
    const left = (gate?.left ?? []).flatMap(each =>
      each.code === 'check' ? [each.check] : [],
    );
    const open = assessReadiness(readiness).checks.filter(
      ({ definition, verdict }) =>
        gate !== null &&
        definition.required.includes(gate.to) &&
        !['pass', 'waived', 'notApplicable'].includes(verdict),
    );
    expect(left).toEqual(open.map(({ definition }) => definition.id));
  });
});

it('opens once every check is waived and every number reached', () => {
  holds(aSituation, someReadiness, (situation, readiness) => {
    const waivers = readiness.checks.map(({ id }) => waiverOf(id));
    const demand = {
      ...{ score: 99, counts: { teams: 6, useCases: 6 } },
      authors: 6,
    };
    const gate = gateFor({ ...situation, demand }, { ...readiness, waivers });
    expect(gate?.open ?? true).toBe(true);
  });
});

it('is not closed by more demand', () => {
  holds(aSituation, someReadiness, count, (situation, readiness, more) => {
    const { counts, ...rest } = situation.demand;
    const demand = {
      score: Math.min(99, rest.score + more),
      authors: rest.authors + more,
      counts: { teams: counts.teams + more, useCases: counts.useCases + more },
    };
    const leftOf = (gate: Gate | null) => gate?.left.length ?? 0;
    expect(
      leftOf(gateFor({ ...situation, demand }, readiness)),
    ).toBeLessThanOrEqual(leftOf(gateFor(situation, readiness)));
  });
});

it('does not depend on the order of the checks', () => {
  const inOtherOrder = someReadiness.chain(readiness =>
    fc.tuple(fc.constant(readiness), shuffled(readiness.checks)),
  );
  holds(aSituation, inOtherOrder, (situation, [readiness, checks]) => {
    expect(gateFor(situation, { ...readiness, checks })).toEqual(
      gateFor(situation, readiness),
    );
  });
});

it('refuses by a closed gate only what has one, and never what it is open for', () => {
  holds(
    fc.constantFrom(...phases),
    fc.constantFrom(...phaseTransitions),
    fc.boolean(),
    fc.boolean(),
    (phase, to, open, bypass) => {
      const allowed = transitionAllowed(phase, to, { open, bypass });
      const isGated = to === 'build-out' || to === 'platform';
      expect(allowed === 'gateClosed' && (open || !isGated)).toBe(false);
      expect(allowed === true && to === 'platform' && !open).toBe(false);
    },
  );
});
