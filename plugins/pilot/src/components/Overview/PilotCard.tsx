import { useEffect } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  isPilotEntity,
  type PilotEntityV1alpha1,
} from '@pilot-to-platform/plugin-pilot-common';
import { useChanges } from '../../hooks/useChanges';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { Region } from '../shared/Region';
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
  const region = useRegion(phases.pilot(target));
  const { value } = region;
  useChanges(value ? [value.watch] : [], () => phases.changed(target));
  return (
    <EntityInfoCard title={t('pilotCard.title')}>
      <section
        {...region.frame}
        aria-label={t('pilotCard.title')}
        className={classes.card}
      >
        <PhaseLine
          phase={value?.phase ?? entity.spec.phase ?? 'pilot'}
          pilot={value}
        />
        <Region
          state={region}
          thing={t('pilotCard.standing')}
          asOf={({ asOf }) => asOf}
        />
        <PilotFacts
          entity={entity}
          pilot={value}
          isLoading={region.isLoading}
        />
      </section>
    </EntityInfoCard>
  );
}
