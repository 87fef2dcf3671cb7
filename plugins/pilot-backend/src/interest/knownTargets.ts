import { Knex } from 'knex';
import { formerTargets } from '../kernel/store/log/findFormerTargets';
import { Viewer } from '../kernel/access/Viewer';
import { FoundInterest } from '../kernel/access/readableInterest';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Facts that somebody may know of the target of an interest. */
export interface KnownTarget
  extends Pick<StoredTarget, 'ref' | 'owner' | 'title'> {
  /** There is nothing that they could look at. */
  readonly isGone: boolean;
  /** It was moved to something that they cannot see. */
  readonly isMoved: boolean;
}

/**
 * Reads what a viewer may know of the targets of interests. Authors keep what
 * they asked for when they cannot see its target any more: the ref that they
 * chose, and nothing that was said of it since, nor where a merge moved it.
 */
export async function knownTargets(
  db: Knex,
  found: readonly FoundInterest[],
  viewer: Viewer,
): Promise<(each: FoundInterest) => KnownTarget> {
  const isVisible = await viewer.sees(found.map(({ target }) => target.ref));
  // Gone or hidden, its author cannot tell.
  const unseen = found.filter(({ target }) => !isVisible(target.ref));
  const former = await formerTargets(
    db,
    unseen.map(({ interest }) => interest.id),
    [...new Set(unseen.map(({ target }) => target.id))],
  );
  const hidden = new Set(unseen.map(({ interest }) => interest.id));
  return ({ interest, target }) => {
    const ref = former.get(interest.id)?.[0];
    if (hidden.has(interest.id)) {
      return {
        ref: ref ?? target.ref,
        title: null,
        owner: null,
        isGone: true,
        isMoved: ref !== undefined,
      };
    }
    const { owner, title, goneAt } = target;
    return {
      ref: target.ref,
      owner,
      title,
      isGone: goneAt !== null,
      isMoved: false,
    };
  };
}
