import {
  RiSignalCellular1Line,
  RiSignalCellular2Line,
  RiSignalCellular3Line,
  RiSignalCellularOffLine,
  RiVerifiedBadgeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { DemandLevel } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import { StatusChip, type ChipFamily, lookOf, unknownLook } from './StatusChip';

const looks: Record<DemandLevel, [RemixiconComponentType, ChipFamily]> = {
  none: [RiSignalCellularOffLine, 'neutral'],
  faint: [RiSignalCellular1Line, 'neutral'],
  emerging: [RiSignalCellular2Line, 'announcement'],
  strong: [RiSignalCellular3Line, 'announcement'],
  proven: [RiVerifiedBadgeLine, 'positive'],
};

/** The level of a demand. */
export function LevelChip({ level }: { level: DemandLevel }) {
  const { t } = usePilotTranslation();
  const [icon, family] = lookOf(looks, level, unknownLook);
  return (
    <StatusChip icon={icon} family={family}>
      {t(`level.${level}`)}
    </StatusChip>
  );
}
