import { useEffect } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { useAllowedKind } from '../../hooks/useAllowedKind';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { NothingToSee } from '../shared/NothingToSee';
import { Region } from '../shared/Region';
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
  const region = useRegion(usePilotCache().phases.readiness(target));
  if (region.isHidden) return <NothingToSee />;
  return (
    <div {...region.frame} className={classes.tab}>
      <Region
        state={region}
        thing={t('readiness.title')}
        outline={<Outline />}
        asOf={({ asOf }) => asOf}
      >
        {readiness => <PresentReadiness readiness={readiness} />}
      </Region>
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
