import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from './usePilotTranslation';

/** Returns the name of an entity, as the portal shows it everywhere. */
export function useName(entityRef: string): string {
  return useEntityPresentation(entityRef).primaryTitle;
}

/** Names an interest's author; only the team where persons are not shown. */
export function useAuthorName({
  author,
  team,
}: Pick<Interest, 'author' | 'team'>): string {
  const { t } = usePilotTranslation();
  const name = useName(author ?? team);
  return author ? name : t('inbox.someone', { team: name });
}
