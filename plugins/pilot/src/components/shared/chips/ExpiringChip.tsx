import { RiTimerLine } from '@remixicon/react';
import { daysUntil } from '../../../format/daysUntil';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import { StatusChip } from './StatusChip';

/** Warns that an answer lapses soon. */
export function ExpiringChip({ expiresAt }: { expiresAt: string }) {
  const { t } = usePilotTranslation();
  const days = daysUntil(expiresAt);
  return (
    <StatusChip icon={RiTimerLine} family="warning">
      {days > 0
        ? t('readiness.expiresIn', { count: days })
        : t('readiness.expiresToday')}
    </StatusChip>
  );
}
