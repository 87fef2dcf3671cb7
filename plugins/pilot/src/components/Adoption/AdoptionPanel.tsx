import { useRef } from 'react';
import { Skeleton } from '@backstage/ui';
import { isHidden } from '../../api/errorStatus';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { Panel } from '../shared/Panel';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { ShownAsOf } from '../shared/ShownAsOf';
import { AdoptingTeams } from './AdoptingTeams';
import { AdoptionMeaning } from './AdoptionMeaning';
import { Growth } from './Growth';
import { RatePrompts } from './RatePrompts';
import { SatisfactionByQuarter } from './SatisfactionByQuarter';
import { useAdoptionFigures } from './useAdoptionFigures';
import classes from './Adoption.module.css';

/** Who a Pilot serves, how fast and how well. */
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
