import { Text } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { formatDay } from '../../format/formatDay';
import { PhaseChip } from '../shared/chips/PhaseChip';
import classes from './Portfolio.module.css';

/** The phase of a Pilot, and since when it has been in it. */
export function PhaseCell({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const { phase, phaseSince } = item;
  if (!phase) return null;
  return (
    <div className={classes.stacked}>
      <PhaseChip phase={phase} />
      {phaseSince && (
        <Text variant="body-small">
          {t('portfolio.since', {
            date: (
              <time dateTime={phaseSince}>
                {formatDay(phaseSince, language)}
              </time>
            ),
          })}
        </Text>
      )}
    </div>
  );
}
