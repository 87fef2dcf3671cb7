import {
  RiArrowGoBackLine,
  RiCalendarCheckLine,
  RiCheckDoubleLine,
  RiEyeLine,
  RiForbidLine,
  RiInboxLine,
  type RemixiconComponentType,
  RiLockLine,
} from '@remixicon/react';
import type { InterestStatus } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import { StatusChip, type ChipFamily, lookOf, unknownLook } from './StatusChip';

const looks: Record<InterestStatus, [RemixiconComponentType, ChipFamily]> = {
  open: [RiInboxLine, 'neutral'],
  acknowledged: [RiEyeLine, 'neutral'],
  planned: [RiCalendarCheckLine, 'announcement'],
  adopted: [RiCheckDoubleLine, 'positive'],
  declined: [RiForbidLine, 'neutral'],
  withdrawn: [RiArrowGoBackLine, 'neutral'],
};

/** Shows the status of an interest. */
export function InterestStatusChip({ status }: { status: InterestStatus }) {
  const { t } = usePilotTranslation();
  const [icon, family] = lookOf(looks, status, unknownLook);
  return (
    <StatusChip icon={icon} family={family}>
      {t(`status.${status}`)}
    </StatusChip>
  );
}

/** Marks an interest of the owner: recorded, and without weight. */
export function InternalChip() {
  const { t } = usePilotTranslation();
  return (
    <StatusChip icon={RiLockLine} family="neutral">
      {t('need.internalMark')}
    </StatusChip>
  );
}
