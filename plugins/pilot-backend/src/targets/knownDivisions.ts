import { Viewer } from '../kernel/access/Viewer';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Present owner of a target; a past list may show another one as `owner`. */
export type OwnedTarget = Pick<StoredTarget, 'currentOwner'>;

/**
 * A test for the targets of which somebody may know the Group above the owner: it
 * stands with the owner in the catalog, so they have to see that, or belong to it.
 */
export async function knownDivisions(
  targets: readonly OwnedTarget[],
  viewer: Viewer,
): Promise<(target: OwnedTarget) => boolean> {
  const owners = targets.flatMap(({ currentOwner }) => currentOwner ?? []);
  const isVisible = await viewer.sees(owners);
  const own = new Set(viewer.caller.ownership);
  return ({ currentOwner }) =>
    currentOwner !== null && (own.has(currentOwner) || isVisible(currentOwner));
}
