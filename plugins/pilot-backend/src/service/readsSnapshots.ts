import { StoredSnapshot } from '../store/proposalRows';
import { Viewer } from './Door';
import { sightOf } from './sightOf';
import { Visibility } from './Visibility';

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
