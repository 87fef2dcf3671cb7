import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import {
  isAmong,
  phases,
  type Phase,
} from '@pilot-to-platform/plugin-pilot-common';
import { displayName } from '../../format/displayName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import classes from './DemandCard.module.css';

/** The Pilots that the entity implements, each with its phase. */
export function ImplementsLines({ target }: { target: string }) {
  const entity = useResource(usePilotCache().target(target));
  if (entity.state !== 'ready') return null;
  return (
    <>
      {pilotsOf(entity.value).map(pilot => (
        <ImplementsLine key={pilot} pilot={pilot} />
      ))}
    </>
  );
}

function ImplementsLine({ pilot }: { pilot: string }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const link = useEntityRefLink();
  const entity = useResource(usePilotCache().target(pilot));
  // What the reader cannot see is not named.
  if (entity.state !== 'ready') return null;
  const name = <Link href={link(pilot)}>{displayName(entity.value)}</Link>;
  const phase = phaseOf(entity.value);
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {phase
        ? t('demandCard.implementsPhase', {
            pilot: name,
            phase: t(`phase.${phase}`).toLocaleLowerCase(language),
          })
        : t('demandCard.implements', { pilot: name })}
    </Text>
  );
}

function pilotsOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === 'implements')
    .map(({ targetRef }) => targetRef)
    .filter(ref => isAmong(parseEntityRef(ref).kind, ['Pilot']));
}

function phaseOf(entity: Entity): Phase | undefined {
  return phases.find(phase => phase === entity.spec?.phase);
}
