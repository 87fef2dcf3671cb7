import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';

/** The sub-pages of the page Pilots. */
export type PilotsSubPage = 'portfolio' | 'map' | 'fragmentation' | 'my-needs';

/** Where the sub-pages of Pilots are; none where an app has left the page out. */
export function usePilotsLink():
  | ((subPage: PilotsSubPage) => string)
  | undefined {
  const root = useRootPath();
  return root === undefined ? undefined : subPage => `${root}/${subPage}`;
}

// A route that is bound to nothing makes this hook throw, after all of its own.
function useRootPath(): string | undefined {
  try {
    return useRouteRef(rootRouteRef)?.();
  } catch {
    return undefined;
  }
}
