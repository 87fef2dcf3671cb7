import { Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** The same for what is forbidden and for what does not exist. */
export function NothingToSee() {
  const { t } = usePilotTranslation();
  return <Text as="p">{t('state.nothing')}</Text>;
}
