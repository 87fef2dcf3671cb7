import { useRef, useCallback } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Adoption } from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { Explanation } from '../shared/Explanation';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { Panel } from '../shared/Panel';
import { ShownAsOf } from '../shared/ShownAsOf';
import { AdoptingTeams } from './AdoptingTeams';
import classes from './Adoption.module.css';
import { Growth } from './Growth';
import { RatePrompts } from './RatePrompts';
import { SatisfactionByQuarter } from './SatisfactionByQuarter';

/** Shows whom a Pilot serves, how fast and how well. */
export function AdoptionPanel({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const resource = usePilotCache().phases.adoption(target);
  const adoption = useResource(resource);
  const figuresOf = useAdoptionFigures();
  const region = useRef<HTMLElement>(null);
  const retry = () => {
    // The pressed button goes away, and focus must not go with it.
    region.current?.focus();
    resource.reload();
  };
  const title = t('adoption.title');

  if (adoption.state === 'failed' && isHidden(adoption.error)) return null;
  return (
    <Panel ref={region} title={title} isBusy={adoption.state === 'loading'}>
      {adoption.state === 'loading' && (
        <LoadingPart
          thing={title}
          outline={<Skeleton width="100%" height="12rem" />}
        />
      )}
      {adoption.state === 'failed' && (
        <LoadFailed thing={title} onRetry={retry} />
      )}
      {adoption.state === 'ready' && (
        <>
          {adoption.error && (
            <ShownAsOf asOf={adoption.value.asOf} onRetry={retry} />
          )}
          <p className={classes.text}>
            {figuresOf(adoption.value).join(' · ')}
          </p>
          <AdoptionMeaning adoption={adoption.value} />
          <RatePrompts
            target={target}
            due={adoption.value.can.rate === true ? adoption.value.due : []}
          />
          {adoption.value.adopters > 0 && (
            <>
              <div className={classes.columns}>
                <Growth growth={adoption.value.growth} />
                <SatisfactionByQuarter
                  quarters={adoption.value.satisfaction.quarters}
                />
              </div>
              <AdoptingTeams teams={adoption.value.teams} />
            </>
          )}
        </>
      )}
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
