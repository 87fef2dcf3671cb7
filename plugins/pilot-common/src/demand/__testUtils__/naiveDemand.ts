import type { DemandPolicy } from '../../model/policy';
import type { TargetInterest } from '../counted';

const points: Record<string, number> = {
  'nice-to-have': 1,
  important: 2,
  critical: 3,
};

/** s, one addend per sentence of the definition. */
function specificity(
  { state }: TargetInterest,
  weights: DemandPolicy['specificity'],
): number {
  let s = 0;
  if (Array.from((state.useCase ?? '').trim()).length > 39) {
    s += weights.useCase;
  }
  if (state.alternative) s += weights.alternative;
  if (state.neededBy) s += weights.neededBy;
  if (state.expectedUsage) s += weights.expectedUsage;
  if (state.contribute) s += weights.contribute;
  return s;
}

/**
 * The demand formulas a second time, written down as they are defined, without
 * regard to speed, order or structure, and sharing no code with the engine.
 */
export function naiveDemand(
  all: readonly TargetInterest[],
  policy: DemandPolicy,
  now: Date,
) {
  const interests = all.filter(
    ({ internal, state }) =>
      !(internal || state.withdrawn || state.status === 'declined'),
  );
  const teams = [...new Set(interests.map(({ state }) => state.team))];
  let N = 0;
  let T = 0;
  let M = 0;
  for (const team of teams) {
    const own = interests.filter(({ state }) => state.team === team);
    const adopter = own.some(({ state }) => state.status === 'adopted');
    const w = own.map(({ state }) => {
      const age = (Number(now) - Number(state.confirmedAt)) / 24 / 3600 / 1000;
      const halves = age < 0 ? 0 : age / policy.halfLifeDays;
      return adopter ? 1 : (points[state.urgency] / 3) * 0.5 ** halves;
    });
    const s = own.map(interest => specificity(interest, policy.specificity));
    N += Math.hypot(...w);
    T += Math.max(...w);
    M += Math.max(...w.map((weight, index) => weight * s[index]));
  }
  const V = N / (N + policy.halfPoints.number);
  const B = T / (T + policy.halfPoints.breadth);
  const C = 0.1 + (0.9 * M) / (M + policy.halfPoints.specific);
  const { number: a, breadth: b, specific: c } = policy.weights;
  const score = interests.length === 0 ? 0 : 100 * V ** a * B ** b * C ** c;
  return { score, N, T, M, interests: interests.length, teams: teams.length };
}
