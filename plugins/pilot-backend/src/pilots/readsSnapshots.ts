import { StoredSnapshot } from '../kernel/store/proposals/proposalRows';
import { Viewer } from '../kernel/access/Viewer';

/** A test of whose readiness somebody may read, of what proposals were made on. */
export async function readsSnapshots(
  snapshots: readonly StoredSnapshot[],
  viewer: Viewer,
): Promise<(snapshot: StoredSnapshot) => boolean> {
  const isReadable = await viewer.sight.readerOf(
    snapshots.map(({ madeFrom = {} }) => madeFrom),
  );
  return ({ madeFrom = {} }) => isReadable(madeFrom);
}
