import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { formatInstant } from '../../format/formatInstant';

/** When something happened, relative while that is easier to grasp. */
export function Instant({ iso }: { iso: string }) {
  const { t } = usePilotTranslation();
  const { text, full } = formatInstant(iso, useLanguage());
  return (
    <time dateTime={iso} title={full}>
      {text ?? t('state.justNow')}
    </time>
  );
}
