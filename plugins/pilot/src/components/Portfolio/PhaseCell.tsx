import { Text } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { PhaseChip } from '../StatusChip/PhaseChip';
import { Instant } from '../UserText/Instant';
import classes from './Portfolio.module.css';

/** The phase of a Pilot, and since when it has been in it. */
export function PhaseCell({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const { phase, phaseSince } = item;
  if (!phase) return null;
  return (
    <div className={classes.stacked}>
      <PhaseChip phase={phase} />
      {phaseSince && (
        <Text variant="body-small">
          {t('portfolio.since', { date: <Instant iso={phaseSince} /> })}
        </Text>
      )}
    </div>
  );
}
