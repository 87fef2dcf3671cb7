import { Text, VisuallyHidden } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotPhase } from './usePilotPhase';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LevelChip } from '../shared/chips/LevelChip';
import classes from './DemandCard.module.css';

/** Score, level and counts: seen as figures, read out as one sentence. */
export function DemandScore({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const language = useLanguage();
  const { teams, interests, adopters } = demand.counts;
  const asked = [
    t('demand.teams', { count: teams }),
    t('demand.interests', { count: interests }),
  ];
  const served = t('demand.adopters', { count: adopters });
  // A platform is there for those that it serves.
  const isPlatform = usePilotPhase(demand.target) === 'platform';
  const counts = isPlatform ? [served, ...asked] : [...asked, served];
  const score = numbers.score(demand.score);
  const level = t(`level.${demand.level}`).toLocaleLowerCase(language);
  const [first, second, third] = counts;
  return (
    <div>
      <VisuallyHidden role="status">
        {t('demand.score', { score, level })}{' '}
        {t('demand.counts', { first, second, third })}
      </VisuallyHidden>
      <div aria-hidden="true">
        <div className={classes.score}>
          <Text variant="title-large" weight="bold" className={classes.figure}>
            {score}
          </Text>
          <LevelChip level={demand.level} />
        </div>
        <Text as="p" variant="body-medium" className={classes.text}>
          {counts.join(' · ')}
        </Text>
      </div>
    </div>
  );
}
