import type { Entity } from '@backstage/catalog-model';

/** Returns the name that people know an entity by. */
export function displayName(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}
