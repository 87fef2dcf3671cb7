import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from './usePilotTranslation';

/** What people call an entity, as the portal shows it everywhere. */
export function useName(entityRef: string): string {
  return useEntityPresentation(entityRef).primaryTitle;
}

/** Who recorded an interest; only the team where persons are not shown. */
export function useAuthorName({
  author,
  team,
}: Pick<Interest, 'author' | 'team'>): string {
  const { t } = usePilotTranslation();
  const name = useName(author ?? team);
  return author ? name : t('inbox.someone', { team: name });
}
