import { useCallback, useEffect, useRef, useState } from 'react';
import { isHidden } from '../api/errorStatus';
import { type RegionState, useRegionOf } from './useRegion';

/** A part of a list, and how to get the next one. */
export interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor?: string;
}

/** A list that is loaded page by page. */
export interface Pages<P extends Page> extends RegionState<readonly P[]> {
  /** Loaded pages; those of the list before, while another is on its way. */
  readonly pages: readonly P[];
  /** The pages are of the list before. */
  readonly isOutdated: boolean;
  /** Loads one more page; absent at the end of the list. */
  readonly more?: () => void;
  readonly isMorePending: boolean;
  readonly moreError?: Error;
}

interface State<P> {
  readonly pages: readonly P[];
  /** Key of the pages. */
  readonly key?: string;
  /** Key of the latest attempt. */
  readonly triedKey?: string;
  readonly pending?: 'all' | 'more';
  readonly error?: Error;
  readonly loadedAt?: string;
  readonly moreError?: Error;
}

/**
 * @param key - names the list; another key is another list
 * @param load - of the page at a cursor, the first one without
 */
export function usePages<P extends Page>(
  key: string | undefined,
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
): Pages<P> {
  const [state, setState] = useState<State<P>>({ pages: [] });
  const latest = useRef({ load, state });
  latest.current = { load, state };
  const running = useRef<AbortController>();

  const start = useCallback((wanted: string, kind: 'all' | 'more') => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    const { load: loadPage, state: before } = latest.current;
    const isSame = before.key === wanted;
    const become = (change: (now: State<P>) => State<P>) => {
      if (!signal.aborted) setState(change);
    };
    const old = isSame ? before.pages : [];
    const run = async () => {
      const pages = kind === 'more' ? [...old] : [];
      const goal = kind === 'more' ? old.length + 1 : Math.max(old.length, 1);
      let cursor = pages.at(-1)?.nextCursor;
      // A page may be empty without being the last.
      do {
        const page: P = await loadPage(cursor, signal);
        pages.push(page);
        cursor = page.nextCursor;
      } while (
        cursor !== undefined &&
        (pages.length < goal || pages.at(-1)?.items.length === 0)
      );
      return pages;
    };
    setState(now => ({
      ...now,
      triedKey: wanted,
      pending: kind,
      moreError: undefined,
      // An older error stays until it is known whether it still holds.
      error: isSame ? now.error : undefined,
    }));
    run().then(
      pages =>
        become(({ loadedAt }) => ({
          pages,
          key: wanted,
          triedKey: wanted,
          loadedAt: kind === 'more' ? loadedAt : new Date().toISOString(),
        })),
      (error: Error) =>
        become(now =>
          kind === 'more'
            ? { ...now, pending: undefined, moreError: error }
            : {
                // What the reader may not see any more goes from the screen.
                pages: isHidden(error) ? [] : old,
                key: wanted,
                triedKey: wanted,
                loadedAt: now.loadedAt,
                error,
              },
        ),
    );
  }, []);

  useEffect(() => {
    if (key === undefined) return undefined;
    start(key, 'all');
    return () => running.current?.abort();
  }, [key, start]);

  const isLast = state.pages.at(-1)?.nextCursor === undefined;
  const region = useRegionOf({
    value: state.pages.length > 0 ? state.pages : undefined,
    error: state.error,
    isPending: state.pending === 'all' || state.triedKey !== key,
    loadedAt: state.loadedAt,
    // All that is shown is loaded again.
    reload: () => {
      if (key !== undefined) start(key, 'all');
    },
  });
  return {
    ...region,
    pages: state.pages,
    isOutdated: state.key !== key,
    more: isLast || state.key !== key ? undefined : () => start(key!, 'more'),
    isMorePending: state.pending === 'more',
    moreError: state.moreError,
  };
}
