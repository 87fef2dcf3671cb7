import { Viewer } from '../kernel/access/Door';
import { Visibility } from '../kernel/access/Visibility';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Present owner of a target; a past list may show another one as `owner`. */
export type OwnedTarget = Pick<StoredTarget, 'currentOwner'>;

/**
 * A test for the targets of which somebody may know the Group above the owner: it
 * stands with the owner in the catalog, so they have to see that, or belong to it.
 */
export async function knownDivisions(
  targets: readonly OwnedTarget[],
  { viewer, visibility }: { viewer: Viewer; visibility: Visibility },
): Promise<(target: OwnedTarget) => boolean> {
  const { caller, credentials } = viewer;
  const owners = targets.flatMap(({ currentOwner }) => currentOwner ?? []);
  const isVisible = await visibility.ofRefs(owners, credentials);
  const own = new Set(caller.ownership);
  return ({ currentOwner }) =>
    currentOwner !== null && (own.has(currentOwner) || isVisible(currentOwner));
}
