import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { isWebAddress } from '../../format/isWebAddress';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Of documentation of its own, and of that of another entity. */
const docsAnnotations = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

/** Whether an entity is a Pilot that has become a platform. */
export function isPlatform(entity: Entity): boolean {
  const isPilot = entity.kind.toLocaleLowerCase('en-US') === 'pilot';
  return isPilot && entity.spec?.phase === 'platform';
}

/** The way into a platform: its documentation or else its first link, if any. */
export function GetStarted({ entity }: { entity: Entity }) {
  const { t } = usePilotTranslation();
  const entityLink = useEntityRefLink();
  const { annotations, links } = entity.metadata;
  const look = { size: 'small', variant: 'primary' } as const;
  if (docsAnnotations.some(name => annotations?.[name])) {
    return (
      <ButtonLink
        {...look}
        href={`${entityLink(stringifyEntityRef(entity))}/docs`}
      >
        {t('need.getStarted')}
      </ButtonLink>
    );
  }
  const elsewhere = links?.map(({ url }) => url).find(isWebAddress);
  if (!elsewhere) return null;
  return (
    <ButtonLink
      {...look}
      href={elsewhere}
      target="_blank"
      rel="noopener noreferrer"
    >
      {t('need.getStarted')}
    </ButtonLink>
  );
}
