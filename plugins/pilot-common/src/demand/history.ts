import type { DemandLevel } from '../model/vocabulary';
import { demandAt, inOrder, type DemandReplay } from './replay';
import { dayMs } from '../model/dayMs';

/**
 * A target's log and the span and step to show of it.
 * @public
 */
export interface DemandHistoryInput extends Omit<DemandReplay, 'at'> {
  readonly from: Date;
  readonly to: Date;
  /** Days of 24 hours between two points, above 0. */
  readonly stepDays: number;
}

/**
 * A score on the way.
 * @public
 */
export interface DemandPoint {
  readonly at: Date;
  /** 0 to 100 */
  readonly score: number;
  readonly level: DemandLevel;
}

function instants({ from, to, stepDays }: DemandHistoryInput): Date[] {
  const step = stepDays * dayMs;
  if (!(step >= 1)) throw new RangeError('stepDays must be above 0');
  const points: Date[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += step) {
    points.push(new Date(at));
  }
  return from <= to ? [...points, to] : points;
}

/**
 * Computes how a demand came to be: a point at `from`, one after each step, and
 * the last one at `to`, however long the last step is. Empty when `from` is
 * after `to`.
 *
 * @throws RangeError if the step is not above 0
 * @public
 */
export function demandHistory(input: DemandHistoryInput): DemandPoint[] {
  const replay = { ...input, logs: input.logs.map(inOrder) };
  return instants(input).map(at => {
    const { score, level } = demandAt({ ...replay, at });
    return { at, score, level };
  });
}
