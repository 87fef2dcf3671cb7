import { Text } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Portfolio.module.css';

/** "5, 2 adopters". */
export function TeamsCell({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const { teams, adopters } = item.counts;
  const count = useNumbers().count(teams);
  return (
    <Text variant="body-medium" className={classes.figure}>
      {adopters > 0
        ? t('portfolio.teamsAndAdopters', {
            teams: count,
            adopters: t('demand.adopters', { count: adopters }),
          })
        : count}
    </Text>
  );
}
