import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from './useName';
import { usePilotTranslation } from './usePilotTranslation';

/** Who recorded an interest; only the team where persons are not shown. */
export function useAuthorName({
  author,
  team,
}: Pick<Interest, 'author' | 'team'>): string {
  const { t } = usePilotTranslation();
  const name = useName(author ?? team);
  return author ? name : t('inbox.someone', { team: name });
}
