import { useEffect, useRef } from 'react';
import type { Resource } from '../cache/Resource';

/** Loads a resource again whenever something that it follows from has changed. */
export function useExpireWith(
  resource: Resource<unknown>,
  cause: unknown,
): void {
  const before = useRef(cause);
  useEffect(() => {
    if (before.current !== cause) resource.expire();
    before.current = cause;
  }, [resource, cause]);
}
