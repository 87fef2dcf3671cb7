import { useEffect, useState } from 'react';
import type { DemandPage } from '@pilot-to-platform/plugin-pilot-common';
import { useChanges } from '../../hooks/useChanges';
import type { PortfolioItem } from './usePortfolioPages';

/** Whether something in a list changed since it was loaded: rows do not move by themselves. */
export function useListNews(
  pages: ReadonlyArray<
    Pick<DemandPage, 'changed'> & { items: readonly PortfolioItem[] }
  >,
): boolean {
  const [hasNews, setHasNews] = useState(false);
  const watch = pages.flatMap(page => page.items.map(item => item.watch));
  useChanges(watch, () => setHasNews(true));
  useEffect(() => setHasNews(false), [pages]);
  return hasNews || Boolean(pages.at(-1)?.changed);
}
