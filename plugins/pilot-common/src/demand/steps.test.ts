import type { LogEntry, TargetLog } from '../model/log';
import { defaultDemandPolicy } from '../model/policy';
import { stateOf } from './__testUtils__/asks';
import { demandDaysSteps, storedSumsSteps } from './days';
import { demandSteps } from './replay';
import type { Steps } from './steps';

const target = 'api:default/hot';
const begin = Date.UTC(2026, 0, 1);
const hour = 3_600_000;

/** One interest that is confirmed again and again, 24 times a day. */
const logOf = (lines: number): TargetLog => ({
  target,
  entries: Array.from({ length: lines }, (_, n): LogEntry => {
    const at = new Date(begin + n * hour);
    return n === 0
      ? { seq: 1, at, type: 'recorded', state: stateOf({ id: 'ask' }) }
      : { seq: n + 1, at, type: 'changed', id: 'ask', change: {} };
  }),
});
const policies = [
  { since: new Date(0), fingerprint: 'p', policy: defaultDemandPolicy },
];
const replayOf = (lines: number) => ({
  ...{ target, logs: [logOf(lines)], policies },
  at: new Date(begin + lines * hour),
});

/** Counts the pauses in which others could have had a turn. */
function pausesOf(steps: Steps<unknown>): number {
  let pauses = 0;
  while (!steps.next().done) {
    pauses += 1;
  }
  return pauses;
}

it.each<[string, (lines: number) => Steps<unknown>, number]>([
  ['a demand', lines => demandSteps(replayOf(lines)), 5],
  ['sums', lines => storedSumsSteps(replayOf(lines)), 5],
  [
    'days, of which each is a step besides',
    lines => demandDaysSteps({ ...replayOf(lines), from: 0, until: 30_000 }),
    5 + 9600 / 24,
  ],
])('puts a replay of 9,600 lines down every 2,000: %s', (_, stepsOf, least) => {
  expect(pausesOf(stepsOf(9600))).toBeGreaterThanOrEqual(least);
});
