import { isRemovedText } from '@pilot-to-platform/plugin-pilot-common';
import { StoredInterest } from '../store/rows';

/** What nobody reads makes no other text. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * What one person says for one team twice, once among the interests that move and
 * once among those that stay: all of it but the strongest.
 */
export function repeatedAmong(
  moved: readonly StoredInterest[],
  staying: readonly StoredInterest[],
): StoredInterest[] {
  const meant = new Map<string, StoredInterest[]>();
  for (const interest of [...staying, ...moved].filter(stands)) {
    const key = meaningOf(interest);
    meant.set(key, [...(meant.get(key) ?? []), interest]);
  }
  const isMoved = new Set(moved.map(({ id }) => id));
  return [...meant.values()].flatMap(same => {
    const sides = new Set(same.map(({ id }) => isMoved.has(id)));
    return sides.size === 2 ? same.sort(byStrength).slice(1) : [];
  });
}

function stands({ withdrawn, status }: StoredInterest): boolean {
  return !withdrawn && status !== 'declined';
}

/** What is adopted comes first, then what was confirmed last. */
function byStrength(a: StoredInterest, b: StoredInterest): number {
  return (
    Number(b.status === 'adopted') - Number(a.status === 'adopted') ||
    b.confirmedAt.getTime() - a.confirmedAt.getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * Who asks for what: two clicks without a use case ask for the same, and of texts
 * that are not kept any more nobody knows.
 */
function meaningOf({ id, team, author, useCase }: StoredInterest): string {
  if (isRemovedText(useCase)) {
    return id;
  }
  const text = (useCase ?? '')
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .toLocaleLowerCase('en-US');
  return [team, author, text.trim().replaceAll(/\s+/g, ' ')].join('\n');
}

/** What tells the interests of a target apart. */
export function keyOf({
  team,
  author,
  useCaseKey,
}: Pick<StoredInterest, 'team' | 'author' | 'useCaseKey'>): string {
  return [team, author, useCaseKey].join('\n');
}
