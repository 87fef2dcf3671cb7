import { Text } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Sparkline } from '../shared/charts/Sparkline';
import { LevelChip } from '../shared/chips/LevelChip';
import classes from './Portfolio.module.css';

/** Score and level, where the score has been, and where it is heading. */
export function DemandCell({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return (
    <div className={classes.demand}>
      <Text variant="body-medium" weight="bold" className={classes.score}>
        {numbers.score(item.score)}
      </Text>
      <LevelChip level={item.level} />
      <div className={classes.curve}>
        {item.weeks && <Sparkline weeks={item.weeks} variant="table" />}
        <Text variant="body-small">{t(`demand.${item.trend}`)}</Text>
      </div>
    </div>
  );
}
