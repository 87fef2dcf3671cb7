import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

const docsAnnotation = 'backstage.io/techdocs-ref';

/** Whether an entity is a Pilot that has become a platform. */
export function isPlatform(entity: Entity): boolean {
  const isPilot = entity.kind.toLocaleLowerCase('en-US') === 'pilot';
  return isPilot && entity.spec?.phase === 'platform';
}

/** The way into a platform's documentation, where it has any. */
export function GetStarted({ entity }: { entity: Entity }) {
  const { t } = usePilotTranslation();
  const entityLink = useEntityRefLink();
  if (!entity.metadata.annotations?.[docsAnnotation]) return null;
  return (
    <ButtonLink
      size="small"
      variant="primary"
      href={`${entityLink(stringifyEntityRef(entity))}/docs`}
    >
      {t('need.getStarted')}
    </ButtonLink>
  );
}
