import { RiLockLine } from '@remixicon/react';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import { StatusChip } from './StatusChip';

/** Marks an interest of the owner: recorded, and without weight. */
export function InternalChip() {
  const { t } = usePilotTranslation();
  return (
    <StatusChip icon={RiLockLine} family="neutral">
      {t('need.internalMark')}
    </StatusChip>
  );
}
