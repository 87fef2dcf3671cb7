import { useEffect, useMemo, useRef } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { useAllowedKind } from '../../hooks/useAllowedKind';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { NothingToSee } from '../shared/NothingToSee';
import { ShownAsOf } from '../shared/ShownAsOf';
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
  const demand = useResource(resource);
  const region = useRef<HTMLDivElement>(null);
  const retry = () => {
    // The pressed button goes away, and focus must not go with it.
    region.current?.focus();
    resource.reload();
  };

  if (demand.state === 'failed' && isHidden(demand.error)) {
    return <NothingToSee />;
  }
  return (
    <div
      ref={region}
      tabIndex={-1}
      className={classes.tab}
      aria-busy={demand.state === 'loading'}
    >
      {query.badDate && <BadDateNote date={query.badDate} />}
      {demand.state !== 'ready' && <TabHeader />}
      {demand.state === 'loading' && (
        <LoadingPart thing={t('demand.title')} outline={<Outline />} />
      )}
      {demand.state === 'failed' && (
        <LoadFailed thing={t('demand.title')} onRetry={retry} />
      )}
      {demand.state === 'ready' && (
        <>
          {demand.error && (
            <ShownAsOf asOf={demand.value.asOf} onRetry={retry} />
          )}
          {asOf ? (
            <PastDemand demand={demand.value} query={query} />
          ) : (
            <PresentDemand demand={demand.value} query={query} />
          )}
        </>
      )}
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
