import {
  decayFactor,
  urgencyWeights,
} from '@pilot-to-platform/plugin-pilot-common';
import { meaningOf } from '../interest/meaningOf';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** The moment at which interests are put together, and how they fade until then. */
export interface JoiningMoment {
  readonly at: Date;
  readonly halfLifeDays: number;
}

/**
 * Lists what one person says for one team twice, once among the interests that
 * move and once among those that stay: all of it but the strongest.
 */
export function repeatedAmong(
  moved: readonly StoredInterest[],
  staying: readonly StoredInterest[],
  moment: JoiningMoment,
): StoredInterest[] {
  const meant = new Map<string, StoredInterest[]>();
  for (const interest of [...staying, ...moved].filter(stands)) {
    const key = meaningOf(interest);
    meant.set(key, [...(meant.get(key) ?? []), interest]);
  }
  const isMoved = new Set(moved.map(({ id }) => id));
  return [...meant.values()].flatMap(same => {
    const sides = new Set(same.map(({ id }) => isMoved.has(id)));
    return sides.size === 2 ? same.sort(byStrength(moment)).slice(1) : [];
  });
}

function stands({ withdrawn, status }: StoredInterest): boolean {
  return !withdrawn && status !== 'declined';
}

/**
 * Compares by strength: adopted first, then by what weighs more in the demand of the
 * moment, so that a critical need does not give way to a wish that somebody confirmed
 * a day later; then by the last confirmation.
 */
function byStrength({ at, halfLifeDays }: JoiningMoment) {
  const weightOf = ({ urgency, confirmedAt }: StoredInterest) =>
    urgencyWeights[urgency] * decayFactor(confirmedAt, at, halfLifeDays);
  return (a: StoredInterest, b: StoredInterest) =>
    Number(b.status === 'adopted') - Number(a.status === 'adopted') ||
    weightOf(b) - weightOf(a) ||
    b.confirmedAt.getTime() - a.confirmedAt.getTime() ||
    (a.id < b.id ? -1 : 1);
}

/** Returns the key that tells the interests of a target apart. */
export function keyOf({
  team,
  author,
  useCaseKey,
}: Pick<StoredInterest, 'team' | 'author' | 'useCaseKey'>): string {
  return [team, author, useCaseKey].join('\n');
}
