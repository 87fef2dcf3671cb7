import { useEffect, useSyncExternalStore, useRef } from 'react';
import type { Loaded, Resource } from '../cache/Resource';

/** Returns what a resource holds at the moment, and does not load it. */
export function useCurrent<T>(resource: Resource<T>): Loaded<T> {
  return useSyncExternalStore(resource.subscribe, resource.current);
}

/** Returns what a resource holds; loads it if missing, failed or old. */
export function useResource<T>(resource: Resource<T>): Loaded<T> {
  useEffect(() => resource.want(), [resource]);
  return useCurrent(resource);
}

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
