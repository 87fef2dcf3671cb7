import type { BrowserContextOptions } from '@playwright/test';
import { appUrl, legacyUrl, stillUrl } from './portal';

/**
 * For stories that are not about signing in: the storage of a browser in which somebody, such as
 * `user:default/priya`, has done so before.
 */
export function signedIn(userRef: string): BrowserContextOptions {
  const remembered = { name: 'pilot-portal.user', value: userRef };
  return {
    storageState: {
      cookies: [],
      origins: [...new Set([appUrl, stillUrl, legacyUrl])].map(origin => ({
        origin,
        localStorage: [remembered],
      })),
    },
  };
}
