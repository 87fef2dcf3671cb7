import { useApi } from '@backstage/frontend-plugin-api';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePages, type Pages } from '../../hooks/usePages';
import { useSetting } from '../../hooks/useSetting';
import { isNews } from '../MyNeeds/needSections';

const shown = 5;

/** The latest answers that the reader has not seen on My needs, newest first. */
export function useNews(): Pages<{ items: readonly Interest[] }> {
  const api = useApi(pilotApiRef);
  // My needs writes it; this list is no visit.
  const visit = useSetting('myNeedsVisit');
  const key = visit.isKnown ? `since ${visit.value ?? 'ever'}` : undefined;
  return usePages(key, async (_cursor, signal) => {
    const { items } = await api.listInterests(
      {
        author: 'me',
        status: ['acknowledged', 'planned', 'adopted', 'declined'],
      },
      { signal },
    );
    const news = items.filter(interest => isNews(interest, visit.value));
    const when = ({ statusAt }: Interest) => Date.parse(statusAt ?? '');
    news.sort((a, b) => when(b) - when(a));
    return { items: news.slice(0, shown) };
  });
}
