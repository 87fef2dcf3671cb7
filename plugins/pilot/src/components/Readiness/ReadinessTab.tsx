import { useEffect, useRef } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { isHidden } from '../../api/errorStatus';
import { useAllowedKind } from '../../hooks/useAllowedKind';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { NothingToSee } from '../shared/NothingToSee';
import { ShownAsOf } from '../shared/ShownAsOf';
import { PresentReadiness } from './PresentReadiness';
import classes from './Readiness.module.css';

/**
 * Everything about the readiness of the entity of the page: its checks, the
 * gate before the next phase, and what was decided.
 */
export function ReadinessTab() {
  const { entity } = useEntity();
  const cache = usePilotCache();
  useEffect(() => cache.offerTarget(entity), [cache, entity]);
  const target = stringifyEntityRef(entity);
  return useAllowedKind(target) ? (
    <AllowedReadinessTab key={target} target={target} />
  ) : (
    <NothingToSee />
  );
}

function AllowedReadinessTab({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const resource = usePilotCache().phases.readiness(target);
  const readiness = useResource(resource);
  const region = useRef<HTMLDivElement>(null);
  const retry = () => {
    // The pressed button goes away, and focus must not go with it.
    region.current?.focus();
    resource.reload();
  };
  if (readiness.state === 'failed' && isHidden(readiness.error)) {
    return <NothingToSee />;
  }
  return (
    <div
      ref={region}
      tabIndex={-1}
      className={classes.tab}
      aria-busy={readiness.state === 'loading'}
    >
      {readiness.state === 'loading' && (
        <LoadingPart thing={t('readiness.title')} outline={<Outline />} />
      )}
      {readiness.state === 'failed' && (
        <LoadFailed thing={t('readiness.title')} onRetry={retry} />
      )}
      {readiness.state === 'ready' && (
        <>
          {readiness.error && (
            <ShownAsOf asOf={readiness.value.asOf} onRetry={retry} />
          )}
          <PresentReadiness readiness={readiness.value} />
        </>
      )}
    </div>
  );
}

function Outline() {
  return (
    <div className={classes.tab}>
      <Skeleton width="100%" height="2rem" />
      <Skeleton width="100%" height="9rem" />
      <Skeleton width="100%" height="6rem" />
      <Skeleton width="100%" height="14rem" />
    </div>
  );
}
