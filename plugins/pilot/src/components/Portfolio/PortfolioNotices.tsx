import { Alert, Button } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { isOfPilots } from './PortfolioQuery';
import type { PortfolioView } from './usePortfolioQuery';

/** Names parts of the address without a meaning, and a past day. */
export function PortfolioNotices({ view }: { view: PortfolioView }) {
  const { query, leftOut, goTo } = view;
  const { t } = usePilotTranslation();
  const locale = useLanguage();
  const date =
    query.asOf &&
    DateTime.fromISO(query.asOf, { locale }).toFormat('d MMM yyyy');
  return (
    <>
      {leftOut.map(name => (
        <Alert
          key={name}
          status="info"
          role="status"
          icon
          title={t('portfolio.badFilter', { name })}
        />
      ))}
      {date && (
        <Alert
          status="info"
          role="status"
          icon
          title={t('state.past', { date })}
          description={
            isOfPilots(query) ? t('portfolio.pastReadiness') : undefined
          }
          customActions={
            <Button
              size="small"
              variant="secondary"
              onPress={() => goTo({ ...query, asOf: undefined })}
            >
              {t('state.today')}
            </Button>
          }
        />
      )}
    </>
  );
}
