import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';

/** The sub-pages of the page Pilots. */
export type PilotsSubPage = 'portfolio' | 'map' | 'fragmentation' | 'my-needs';

/** Links to the sub-pages of Pilots; none in an app without the page. */
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
