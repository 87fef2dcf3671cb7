import {
  RiArchiveLine,
  RiFlaskLine,
  RiFocus3Line,
  RiHammerLine,
  RiMegaphoneLine,
  RiStackLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import { StatusChip, iconOf } from './StatusChip';

const icons: Record<Phase, RemixiconComponentType> = {
  pilot: RiFlaskLine,
  demand: RiMegaphoneLine,
  'build-out': RiHammerLine,
  platform: RiStackLine,
  'point-solution': RiFocus3Line,
  retired: RiArchiveLine,
};

/** The phase of a Pilot. No phase is better than another, so all look alike. */
export function PhaseChip({ phase }: { phase: Phase }) {
  const { t } = usePilotTranslation();
  return (
    <StatusChip icon={iconOf(icons, phase)} family="neutral">
      {t(`phase.${phase}`)}
    </StatusChip>
  );
}
