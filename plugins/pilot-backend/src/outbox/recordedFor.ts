import { Knex } from 'knex';
import { targetsByRefs } from '../store/operations/findTargets';
import { formerTargets } from '../store/operations/formerTargets';
import { StoredInterest, StoredTarget } from '../store/rows';
import { MessageDetails } from './messages/MessageFacts';

/** An interest in the target that it is in now. */
interface Placed {
  readonly interest: Pick<StoredInterest, 'id'>;
  readonly target: StoredTarget;
}

/**
 * Finds what the authors of interests may be told that they are in. Who recorded
 * something saw what for; where a merge moved it they may not be able to see.
 */
export async function recordedFor(
  db: Knex,
  placed: readonly Placed[],
  details: MessageDetails,
): Promise<(each: Placed) => StoredTarget> {
  if (details === 'full' || placed.length === 0) {
    return ({ target }) => target;
  }
  const former = await formerTargets(
    db,
    placed.map(({ interest }) => interest.id),
    [...new Set(placed.map(({ target }) => target.id))],
  );
  const refs = [...new Set([...former.values()].map(([first]) => first))];
  const targets = new Map(
    (await targetsByRefs(db, refs)).map(target => [target.ref, target]),
  );
  return ({ interest, target }) => {
    const [first] = former.get(interest.id) ?? [];
    return (first !== undefined && targets.get(first)) || target;
  };
}
