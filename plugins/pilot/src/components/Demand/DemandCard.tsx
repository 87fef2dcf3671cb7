import { useEffect, useRef } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { isHidden } from '../../api/errorStatus';
import { useAllowedKind } from '../../hooks/useAllowedKind';
import { useChanges } from '../../hooks/useChanges';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { ShownAsOf } from '../shared/ShownAsOf';
import classes from './DemandCard.module.css';
import { DemandContent } from './DemandContent';

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
  const resource = cache.demand(target);
  const demand = useResource(resource);
  useChanges(demand.state === 'ready' ? [demand.value.watch] : [], () =>
    cache.changed(target),
  );
  const region = useRef<HTMLElement>(null);
  const retry = () => {
    // The pressed button goes away, and focus must not go with it.
    region.current?.focus();
    resource.reload();
  };

  if (demand.state === 'failed' && isHidden(demand.error)) return null;
  return (
    <EntityInfoCard title={t('demand.title')}>
      <section
        ref={region}
        tabIndex={-1}
        aria-label={t('demand.title')}
        aria-busy={demand.state === 'loading'}
        className={classes.region}
      >
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
            <DemandContent demand={demand.value} />
          </>
        )}
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
