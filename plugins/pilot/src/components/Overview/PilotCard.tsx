import { useEffect, useRef } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  isPilotEntity,
  type PilotEntityV1alpha1,
} from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { useChanges } from '../../hooks/useChanges';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import { ShownAsOf } from '../shared/ShownAsOf';
import classes from './PilotCard.module.css';
import { PhaseLine } from './PhaseLine';
import { PilotFacts } from './PilotFacts';

/**
 * Shows the phase of the Pilot of the page, and what it is about. Facts of its
 * description are there at once, and for all who see the entity; the rest
 * follows.
 */
export function PilotCard() {
  const { entity } = useEntity();
  const cache = usePilotCache();
  useEffect(() => cache.offerTarget(entity), [cache, entity]);
  return isPilotEntity(entity) ? <CardOf entity={entity} /> : null;
}

function CardOf({ entity }: { entity: PilotEntityV1alpha1 }) {
  const { t } = usePilotTranslation();
  const target = stringifyEntityRef(entity);
  const { phases } = usePilotCache();
  const resource = phases.pilot(target);
  const pilot = useResource(resource);
  const region = useRef<HTMLElement>(null);
  const value = pilot.state === 'ready' ? pilot.value : undefined;
  useChanges(value ? [value.watch] : [], () => phases.changed(target));
  const retry = () => {
    // The pressed button goes away, and focus must not go with it.
    region.current?.focus();
    resource.reload();
  };
  return (
    <EntityInfoCard title={t('pilotCard.title')}>
      <section
        ref={region}
        tabIndex={-1}
        aria-label={t('pilotCard.title')}
        aria-busy={pilot.state === 'loading'}
        className={classes.card}
      >
        <PhaseLine
          phase={value?.phase ?? entity.spec.phase ?? 'pilot'}
          pilot={value}
        />
        {pilot.state === 'failed' && !isHidden(pilot.error) && (
          <LoadFailed thing={t('pilotCard.standing')} onRetry={retry} />
        )}
        {pilot.state === 'ready' && pilot.error && (
          <ShownAsOf asOf={pilot.value.asOf} onRetry={retry} />
        )}
        <PilotFacts
          entity={entity}
          pilot={value}
          isLoading={pilot.state === 'loading'}
        />
      </section>
    </EntityInfoCard>
  );
}
