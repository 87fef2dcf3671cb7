import { MergedError } from './MergedError';
import { Viewer } from '../kernel/access/Viewer';

/**
 * Lets a write that comes too late, after a merge, say what to ask for instead,
 * if the caller can see it.
 */
export async function withMergeTarget<T>(
  write: () => Promise<T>,
  viewer: Pick<Viewer, 'entity'>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof MergedError) {
      const survivor = await viewer.entity(error.survivor);
      throw survivor ? error.named() : error;
    }
    throw error;
  }
}
