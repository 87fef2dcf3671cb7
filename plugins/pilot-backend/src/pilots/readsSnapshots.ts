import { StoredSnapshot } from '../kernel/store/proposals/proposalRows';
import { Viewer } from '../kernel/access/Door';
import { sightOf } from '../kernel/access/sightOf';
import { Visibility } from '../kernel/access/Visibility';

/** A test of whose readiness somebody may read, of what proposals were made on. */
export async function readsSnapshots(
  snapshots: readonly StoredSnapshot[],
  viewer: Viewer,
  visibility: Visibility,
): Promise<(snapshot: StoredSnapshot) => boolean> {
  const isReadable = await sightOf(viewer, visibility).readerOf(
    snapshots.map(({ madeFrom = {} }) => madeFrom),
  );
  return ({ madeFrom = {} }) => isReadable(madeFrom);
}
