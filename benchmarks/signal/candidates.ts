import { defaultDemandPolicy } from '@pilot-to-platform/plugin-pilot-common';
import type { Draws } from './draws';
import { halfLives, type Candidate } from './policies';

const { halfLifeDays, weights, halfPoints } = defaultDemandPolicy;

/** The default policy as a candidate. */
export const defaults: Candidate = { halfLifeDays, weights, halfPoints };

const shifted = (number: number, breadth: number, specific: number) => ({
  name: `weights ${number} / ${breadth} / ${specific}`,
  candidate: { ...defaults, weights: { number, breadth, specific } },
});

const scaled = (key: keyof typeof halfPoints, factor: number) => ({
  name: `half point of ${key} ${halfPoints[key] * factor}`,
  candidate: {
    ...defaults,
    halfPoints: { ...halfPoints, [key]: halfPoints[key] * factor },
  },
});

/** The defaults with one thing changed. */
export const neighbours: readonly { name: string; candidate: Candidate }[] = [
  ...halfLives
    .filter(days => days !== halfLifeDays)
    .map(days => ({
      name: `half-life ${days} days`,
      candidate: { ...defaults, halfLifeDays: days },
    })),
  shifted(1, 0, 0),
  shifted(0, 1, 0),
  shifted(0, 0, 1),
  shifted(0.5, 0.5, 0),
  shifted(0.5, 0, 0.5),
  shifted(0, 0.5, 0.5),
  shifted(0.4, 0.3, 0.3),
  shifted(0.3, 0.3, 0.4),
  shifted(0.2, 0.3, 0.5),
  {
    name: 'weights 0.2 / 0.3 / 0.5, half-life 180 days',
    candidate: {
      ...defaults,
      weights: { number: 0.2, breadth: 0.3, specific: 0.5 },
      halfLifeDays: 180,
    },
  },
  ...(['number', 'breadth', 'specific'] as const).flatMap(key =>
    [0.25, 4].map(factor => scaled(key, factor)),
  ),
];

const rounded = (value: number) => Math.round(value * 20) / 20;

/** A candidate at random: exponents in twentieths, half points over two orders of magnitude. */
export function drawCandidate(draws: Draws): Candidate {
  const [low, high] = [draws.uniform(), draws.uniform()]
    .map(rounded)
    .sort((a, b) => a - b);
  const point = () => Number((0.5 * 100 ** draws.uniform()).toPrecision(2));
  return {
    halfLifeDays: draws.pick(halfLives),
    weights: {
      number: low,
      breadth: rounded(high - low),
      specific: rounded(1 - high),
    },
    halfPoints: { number: point(), breadth: point(), specific: point() },
  };
}
