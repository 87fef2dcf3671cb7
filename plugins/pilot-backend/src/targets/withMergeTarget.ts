import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { MergedError } from './MergedError';
import { Visibility } from '../kernel/access/Visibility';

/**
 * Lets a write that comes too late, after a merge, say what to ask for instead,
 * if the caller can see it.
 */
export async function withMergeTarget<T>(
  write: () => Promise<T>,
  viewer: {
    readonly visibility: Visibility;
    readonly credentials: BackstageCredentials;
  },
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof MergedError) {
      const { visibility, credentials } = viewer;
      const survivor = await visibility.entity(error.survivor, credentials);
      throw survivor ? error.named() : error;
    }
    throw error;
  }
}
