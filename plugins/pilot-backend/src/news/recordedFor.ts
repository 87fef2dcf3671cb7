import { Knex } from 'knex';
import { targetsByRefs } from '../kernel/store/targets/findTargets';
import { formerTargets } from '../kernel/store/log/findFormerTargets';
import { knownTitles } from '../kernel/store/interests/knownTitles';
import { MessageDetails } from '../kernel/config/MessageDetails';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** An interest in the target that it is in now. */
interface PlacedInterest {
  readonly interest: Pick<StoredInterest, 'id'>;
  readonly target: StoredTarget;
}

/**
 * Finds what the authors of interests may be told that they are in. Who recorded
 * something saw what for, and what it was called then; where a merge moved it, and
 * what it is called now, they may not be able to see.
 */
export async function recordedFor(
  db: Knex,
  placed: readonly PlacedInterest[],
  details: MessageDetails,
): Promise<(each: PlacedInterest) => StoredTarget> {
  if (details === 'full' || placed.length === 0) {
    return ({ target }) => target;
  }
  const ids = placed.map(({ interest }) => interest.id);
  const titles = await knownTitles(db, ids);
  const former = await formerTargets(db, ids, [
    ...new Set(placed.map(({ target }) => target.id)),
  ]);
  const refs = [...new Set([...former.values()].map(([first]) => first))];
  const targets = new Map(
    (await targetsByRefs(db, refs)).map(target => [target.ref, target]),
  );
  return ({ interest, target }) => {
    const [first] = former.get(interest.id) ?? [];
    const recorded = (first !== undefined && targets.get(first)) || target;
    return { ...recorded, title: titles.get(interest.id) ?? null };
  };
}
