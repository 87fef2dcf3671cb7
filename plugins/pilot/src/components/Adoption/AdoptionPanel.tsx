import { useCallback } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Adoption } from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { Explanation } from '../shared/Explanation';
import { Panel } from '../shared/Panel';
import { Region } from '../shared/Region';
import { AdoptingTeams } from './AdoptingTeams';
import classes from './Adoption.module.css';
import { Growth } from './Growth';
import { RatePrompts } from './RatePrompts';
import { SatisfactionByQuarter } from './SatisfactionByQuarter';

/** Shows whom a Pilot serves, how fast and how well. */
export function AdoptionPanel({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const region = useRegion(usePilotCache().phases.adoption(target));
  const figuresOf = useAdoptionFigures();
  const title = t('adoption.title');

  if (region.isHidden) return null;
  return (
    <Panel frame={region.frame} title={title}>
      <Region
        state={region}
        thing={title}
        outline={<Skeleton width="100%" height="12rem" />}
        asOf={({ asOf }) => asOf}
      >
        {adoption => (
          <>
            <p className={classes.text}>{figuresOf(adoption).join(' · ')}</p>
            <AdoptionMeaning adoption={adoption} />
            <RatePrompts
              target={target}
              due={adoption.can.rate === true ? adoption.due : []}
            />
            {adoption.adopters > 0 && (
              <>
                <div className={classes.columns}>
                  <Growth growth={adoption.growth} />
                  <SatisfactionByQuarter
                    quarters={adoption.satisfaction.quarters}
                  />
                </div>
                <AdoptingTeams teams={adoption.teams} />
              </>
            )}
          </>
        )}
      </Region>
    </Panel>
  );
}

/** Explains what each number counts. */
function AdoptionMeaning({ adoption }: { adoption: Adoption }) {
  const { t } = usePilotTranslation();
  const time = formatAsOf(adoption.asOf, useLanguage());
  const { teams } = adoption.satisfaction;
  const meanings = [
    [t('adoption.meaning.adopters'), t('adoption.meaning.adoptersIs')],
    [t('adoption.meaning.days'), t('adoption.meaning.daysIs')],
    [t('adoption.meaning.hands'), t('adoption.meaning.handsIs')],
    [
      t('adoption.meaning.satisfied'),
      t('adoption.meaning.satisfiedIs', { count: teams }),
    ],
  ];
  return (
    <Explanation title={t('adoption.how')}>
      <dl className={classes.meanings}>
        {meanings.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.text}>{t('adoption.asOf', { time })}</p>
    </Explanation>
  );
}

/** "4 adopters, 1 new in 90 days", and what else is known, or that it is not. */
function useAdoptionFigures(): (adoption: Adoption) => string[] {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return useCallback(
    ({ adopters, gained, medianDays, withoutHands, satisfaction }) => [
      t('adoption.gained', {
        adopters: t('demand.adopters', { count: adopters }),
        gained: numbers.count(gained),
      }),
      medianDays === null
        ? t('adoption.daysUnknown')
        : t('adoption.days', { count: Math.floor(medianDays) }),
      withoutHands === null
        ? t('adoption.withoutHandsUnknown')
        : t('adoption.withoutHands', {
            percent: numbers.percent(withoutHands),
          }),
      satisfaction.mean === null
        ? t('adoption.satisfiedUnknown')
        : t('adoption.satisfied', {
            mean: numbers.rating(satisfaction.mean),
          }),
    ],
    [t, numbers],
  );
}
