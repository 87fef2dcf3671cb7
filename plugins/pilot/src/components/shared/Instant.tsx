import { formatInstant } from '../../format/formatInstant';
import { formatLimit } from '../../format/formatLimit';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Shows a time, relative while that is easier to grasp. */
export function Instant({ iso }: { iso: string }) {
  const { t } = usePilotTranslation();
  const { text, full } = formatInstant(iso, useLanguage());
  return (
    <time dateTime={iso} title={full}>
      {text ?? t('state.justNow')}
    </time>
  );
}

/** "1 Mar 2027 (in 101 days)": until when something holds. */
export function Limit({ iso }: { iso: string }) {
  const { t } = usePilotTranslation();
  const { day, distance } = formatLimit(iso, useLanguage());
  return <time dateTime={iso}>{t('readiness.onDay', { day, distance })}</time>;
}
