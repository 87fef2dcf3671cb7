import { useEffect, useSyncExternalStore } from 'react';
import type { Loaded, Resource } from '../cache/Resource';

/** What a resource holds at the moment, without asking for it. */
export function useCurrent<T>(resource: Resource<T>): Loaded<T> {
  return useSyncExternalStore(resource.subscribe, resource.current);
}

/** What a resource holds; loads it where it is missing, failed or old. */
export function useResource<T>(resource: Resource<T>): Loaded<T> {
  useEffect(() => resource.want(), [resource]);
  return useCurrent(resource);
}
