import { useEffect } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton, Link, Text } from '@backstage/ui';
import type {
  Demand,
  DemandTrend,
} from '@pilot-to-platform/plugin-pilot-common';
import { useAllowedKind } from '../../hooks/useAllowedKind';
import { useChanges } from '../../hooks/useChanges';
import { useDemandLink } from '../../hooks/useDemandLink';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { useResource } from '../../hooks/useResource';
import { NeedButton } from '../NeedDialog/NeedButton';
import { standing } from '../NeedDialog/NeedStep';
import { Sparkline } from '../shared/charts/Sparkline';
import {
  InternalChip,
  InterestStatusChip,
} from '../shared/chips/InterestStatusChip';
import { Explanation } from '../shared/Explanation';
import { Instant } from '../shared/Instant';
import { Region } from '../shared/Region';
import classes from './DemandCard.module.css';
import { DemandScore } from './DemandScore';
import { DemandTeams } from './DemandTeams';
import { HowScore } from './HowScore';
import { ImplementsLines } from './ImplementsLines';
import { isKnownRaise, RaiseList } from './RaiseList';
import { ReadinessLines } from './ReadinessLines';

/**
 * The demand for the entity of the page: its score and what makes it, the teams
 * that ask for it, and the button to join them. It is absent where interest
 * cannot be in this kind, or the reader may not see it.
 */
export function DemandCard() {
  const { entity } = useEntity();
  const cache = usePilotCache();
  useEffect(() => cache.offerTarget(entity), [cache, entity]);
  const target = stringifyEntityRef(entity);
  return useAllowedKind(target) ? <AllowedDemandCard target={target} /> : null;
}

function AllowedDemandCard({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const region = useRegion(cache.demand(target));
  useChanges(region.value ? [region.value.watch] : [], () =>
    cache.changed(target),
  );
  if (region.isHidden) return null;
  return (
    <EntityInfoCard title={t('demand.title')}>
      <section
        {...region.frame}
        aria-label={t('demand.title')}
        className={classes.region}
      >
        <Region
          state={region}
          thing={t('demand.title')}
          outline={<Outline />}
          asOf={({ asOf }) => asOf}
        >
          {demand => <DemandContent demand={demand} />}
        </Region>
      </section>
    </EntityInfoCard>
  );
}

function Outline() {
  return (
    <div className={classes.region}>
      <Skeleton width="8rem" height="2rem" />
      <Skeleton width="100%" height="1rem" />
      <Skeleton width="7rem" height="2rem" />
    </div>
  );
}

/** A demand with everything that explains it. */
function DemandContent({ demand }: { demand: Demand }) {
  const { t } = usePilotTranslation();
  const demandLink = useDemandLink();
  const { interests, internal } = demand.counts;
  return (
    <>
      <DemandScore demand={demand} />
      {interests > 0 && (
        <DemandTrendLine target={demand.target} trend={demand.trend} />
      )}
      <ReadinessLines target={demand.target} />
      <ImplementsLines target={demand.target} />
      {interests === 0 && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t(internal > 0 ? 'demand.onlyInternal' : 'demand.empty')}
        </Text>
      )}
      <AskedLines target={demand.target} />
      <div className={classes.ends}>
        <NeedButton entityRef={demand.target} />
        <Link href={demandLink(demand.target)}>{t('demandTab.see')}</Link>
      </div>
      {interests > 0 && (
        <div className={classes.explanation}>
          <DemandTeams demand={demand} />
          <HowScore demand={demand} />
          {demand.raise.some(isKnownRaise) && (
            <Explanation title={t('demand.raise')}>
              <RaiseList raise={demand.raise} />
            </Explanation>
          )}
        </div>
      )}
    </>
  );
}

/** Shows what became of the reader's interests, where they asked. */
function AskedLines({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const own = useResource(usePilotCache().own(target));
  const asked = own.state === 'ready' ? standing(own.value) : [];
  if (asked.length === 0) return null;
  return (
    <ul className={classes.list}>
      {asked.map(({ id, createdAt, status, internal }) => (
        <li key={id} className={classes.line}>
          <span>
            {t('need.askedWhen', { when: <Instant iso={createdAt} /> })}
          </span>
          <InterestStatusChip status={status} />
          {internal && <InternalChip />}
        </li>
      ))}
    </ul>
  );
}

/** Draws the score over 13 weeks. Its room is kept while it loads. */
function DemandTrendLine(props: { target: string; trend: DemandTrend }) {
  const weeks = useResource(usePilotCache().weeks(props.target));
  // The score stands without it: a line that cannot be had is left out.
  if (weeks.state === 'failed') return null;
  return (
    <div className={classes.trend}>
      {weeks.state === 'ready' && (
        <Sparkline weeks={weeks.value} variant="card" trend={props.trend} />
      )}
    </div>
  );
}
