import { useEffect, useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { useAllowedKind } from '../../hooks/useAllowedKind';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { NothingToSee } from '../shared/NothingToSee';
import { Region } from '../shared/Region';
import classes from './DemandTab.module.css';
import { PresentDemand } from './PresentDemand';
import { RaisePanel } from './RaiseList';
import { ScorePanel } from './ScorePanel';
import { TabHeader, BadDateNote, PastNote } from './TabHeader';
import { TeamsPanel } from './TeamsPanel';
import { TrendPanel } from './TrendPanel';
import {
  useDemandTabQuery,
  type DemandTabQuery,
} from '../../hooks/useDemandTabQuery';

/**
 * Everything about the demand for the entity of the page: its score and how it
 * came to be, the teams behind it, and the inbox of its owner.
 */
export function DemandTab() {
  const { entity } = useEntity();
  const cache = usePilotCache();
  useEffect(() => cache.offerTarget(entity), [cache, entity]);
  const target = stringifyEntityRef(entity);
  return useAllowedKind(target) ? (
    <AllowedDemandTab key={target} target={target} />
  ) : (
    <NothingToSee />
  );
}

function AllowedDemandTab({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const query = useDemandTabQuery();
  const { asOf } = query;
  const resource = useMemo(
    () =>
      asOf
        ? new Resource(() => api.getDemand(target, { asOf }))
        : cache.demand(target),
    [api, cache, target, asOf],
  );
  const region = useRegion(resource);

  if (region.isHidden) return <NothingToSee />;
  return (
    <div {...region.frame} className={classes.tab}>
      {query.badDate && <BadDateNote date={query.badDate} />}
      {!region.value && <TabHeader />}
      <Region
        state={region}
        thing={t('demand.title')}
        outline={<Outline />}
        asOf={({ asOf: time }) => time}
      >
        {demand =>
          asOf ? (
            <PastDemand demand={demand} query={query} />
          ) : (
            <PresentDemand demand={demand} query={query} />
          )
        }
      </Region>
    </div>
  );
}

function Outline() {
  return (
    <div className={classes.columns}>
      <Skeleton width="100%" height="18rem" />
      <Skeleton width="100%" height="10rem" />
    </div>
  );
}

/** A demand as it was: what is only known of today is not shown beside it. */
function PastDemand(props: { demand: Demand; query: DemandTabQuery }) {
  const { demand, query } = props;
  return (
    <>
      <PastNote asOf={demand.asOf} query={query} />
      <TabHeader />
      <div className={classes.columns}>
        <div className={classes.column}>
          <ScorePanel demand={demand} isPast />
          <TrendPanel demand={demand} query={query} />
        </div>
        <div className={classes.column}>
          <RaisePanel raise={demand.raise} />
        </div>
      </div>
      <TeamsPanel teams={demand.teams} />
    </>
  );
}
