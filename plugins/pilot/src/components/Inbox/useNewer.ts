import { useCallback, useEffect, useRef, useState } from 'react';
import type { InterestPage } from '@pilot-to-platform/plugin-pilot-common';
import type { InboxTab } from '../../hooks/useDemandTabQuery';
import { useChanges } from '../../hooks/useChanges';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useCurrent } from '../../hooks/useResource';
import type { InboxLists } from './InboxLists';

/**
 * Returns a way to show what is newer than the list, if anything is: rows move
 * only when the reader says so.
 */
export function useNewer(props: {
  lists: InboxLists;
  tab: InboxTab;
  target: string;
  watch: string;
}): (() => void) | undefined {
  const { lists, tab, target, watch } = props;
  const [newer, setNewer] = useState<{ tab: InboxTab; page: InterestPage }>();
  const own = useCurrent(usePilotCache().own(target));

  const look = useCallback(async () => {
    try {
      const page = await lists.firstPage(tab);
      const shown = lists.of(tab).current();
      setNewer(
        shown.state === 'ready' && !isStartOf(page, shown.value)
          ? { tab, page }
          : undefined,
      );
    } catch {
      // What is shown stays, and the next change looks again.
    }
  }, [lists, tab]);
  useChanges([watch], look);

  // What the reader records on this page is not announced where there are no
  // signals.
  const ownBefore = useRef(own);
  useEffect(() => {
    const before = ownBefore.current;
    ownBefore.current = own;
    if (before.state === 'ready' && before !== own) void look();
  }, [own, look]);

  if (newer?.tab !== tab) return undefined;
  return () => {
    lists.of(tab).set(newer.page);
    setNewer(undefined);
  };
}

function isStartOf(page: InterestPage, shown: InterestPage): boolean {
  const marks = ({ items }: InterestPage, count: number) =>
    items
      .slice(0, count)
      .map(({ id, version }) => `${id} ${version}`)
      .join();
  // Answered rows have left the list, and the page of now has others instead.
  const count = Math.min(page.items.length, shown.items.length);
  return (
    page.total === shown.total && marks(page, count) === marks(shown, count)
  );
}
