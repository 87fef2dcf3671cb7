import { useCallback, useRef, type RefObject } from 'react';
import { isHidden } from '../api/errorStatus';
import type { Resource } from '../cache/Resource';
import { useResource } from './useResource';

/**
 * Props of the element around a region. It takes the focus when a button that
 * was pressed in it goes away.
 */
export interface RegionFrame {
  readonly ref: (element: HTMLElement | null) => void;
  readonly tabIndex: number;
  readonly 'aria-busy': boolean;
}

/** State of a part of a screen that is loaded by itself. */
export interface RegionState<T> {
  /** The latest value that could be had; it stays while it is loaded again. */
  readonly value?: T;
  /** Time when the value came. */
  readonly loadedAt?: string;
  /** Error of the latest attempt. */
  readonly error?: Error;
  /** The value, or a newer one, is on its way. */
  readonly isPending: boolean;
  /** There is no value yet, and one is on its way. */
  readonly isLoading: boolean;
  /** There is no value for this reader: it is forbidden, or does not exist. */
  readonly isHidden: boolean;
  /** For the element around the region. */
  readonly frame: RegionFrame;
  /** The element around the region. */
  readonly element: RefObject<HTMLElement>;
  /** Loads the value again. */
  reload(): void;
  /** Loads it again after a press on a button that goes away by that. */
  retry(): void;
}

/** Loads what a part of a screen shows, for `<Region>` to draw. */
export function useRegion<T>(resource: Resource<T>): RegionState<T> {
  const loaded = useResource(resource);
  return useRegionOf({
    value: loaded.state === 'ready' ? loaded.value : undefined,
    error: loaded.state === 'loading' ? undefined : loaded.error,
    isPending: loaded.state === 'loading',
    loadedAt: resource.loadedAt,
    reload: () => resource.reload(),
  });
}

/** Makes a region of what was loaded in another way, such as page by page. */
export function useRegionOf<T>(
  loaded: Pick<
    RegionState<T>,
    'value' | 'error' | 'isPending' | 'loadedAt' | 'reload'
  >,
): RegionState<T> {
  const { value, error, isPending, reload } = loaded;
  const element = useRef<HTMLElement | null>(null);
  const ref = useCallback((next: HTMLElement | null) => {
    element.current = next;
  }, []);
  const isMissing = value === undefined;
  return {
    ...loaded,
    isLoading: isMissing && (isPending || error === undefined),
    isHidden: isMissing && error !== undefined && isHidden(error),
    frame: { ref, tabIndex: -1, 'aria-busy': isPending },
    element,
    retry: () => {
      // The pressed button goes away, and focus must not go with it.
      element.current?.focus();
      reload();
    },
  };
}
