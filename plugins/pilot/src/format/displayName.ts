import type { Entity } from '@backstage/catalog-model';

/** What people call an entity. */
export function displayName(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}
