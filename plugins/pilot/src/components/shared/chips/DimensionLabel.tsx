import {
  RiBookOpenLine,
  RiScales3Line,
  RiSettings3Line,
  RiTeamLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Dimension } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import { iconOf } from './StatusChip';
import classes from './UrgencyLabel.module.css';

const icons: Record<Dimension, RemixiconComponentType> = {
  governance: RiScales3Line,
  docs: RiBookOpenLine,
  automation: RiSettings3Line,
  headcount: RiTeamLine,
};

/** A dimension of readiness: its icon and its word, without a chip. */
export function DimensionLabel({ dimension }: { dimension: Dimension }) {
  const { t } = usePilotTranslation();
  const Icon = iconOf(icons, dimension);
  return (
    <span className={classes.label}>
      <Icon size={16} aria-hidden="true" />
      {t(`dimension.${dimension}`)}
    </span>
  );
}
