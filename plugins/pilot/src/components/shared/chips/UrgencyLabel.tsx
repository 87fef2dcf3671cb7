import {
  RiArrowDownSLine,
  RiArrowUpDoubleLine,
  RiEqualLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Urgency } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import { iconOf } from './StatusChip';
import classes from './UrgencyLabel.module.css';

const icons: Record<Urgency, RemixiconComponentType> = {
  'nice-to-have': RiArrowDownSLine,
  important: RiEqualLine,
  critical: RiArrowUpDoubleLine,
};

/** Shows how much an interest presses: icon and word, without a chip. */
export function UrgencyLabel({ urgency }: { urgency: Urgency }) {
  const { t } = usePilotTranslation();
  const Icon = iconOf(icons, urgency);
  return (
    <span className={classes.label}>
      <Icon size={16} aria-hidden="true" />
      {t(`urgency.${urgency}`)}
    </span>
  );
}
