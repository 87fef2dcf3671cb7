import { Text, VisuallyHidden } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  type Demand,
  isAmong,
  phases,
  type Phase,
  type Pilot,
} from '@pilot-to-platform/plugin-pilot-common';
import { Resource } from '../../cache/Resource';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useCurrent, useResource } from '../../hooks/useResource';
import { LevelChip } from '../shared/chips/LevelChip';
import classes from './DemandCard.module.css';

/** Pilot that never loads, for other kinds: none of that name is asked for. */
const noPilot = new Resource<Pilot>(() => new Promise(() => {}));

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

/**
 * The phase of a Pilot: as the API says where that is in hand, else as the
 * catalog does, which is some seconds behind. None of another kind.
 */
export function usePilotPhase(target: string): Phase | undefined {
  const cache = usePilotCache();
  const entity = useResource(cache.target(target));
  const isPilot = isAmong(parseEntityRef(target).kind, ['Pilot']);
  const pilot = useCurrent(isPilot ? cache.phases.pilot(target) : noPilot);
  if (!isPilot) return undefined;
  if (pilot.state === 'ready') return pilot.value.phase;
  if (entity.state !== 'ready') return undefined;
  return phases.find(phase => phase === entity.value.spec?.phase) ?? 'pilot';
}
