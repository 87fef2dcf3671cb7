import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** What people call an entity, as the portal shows it everywhere. */
export function useName(entityRef: string): string {
  return useEntityPresentation(entityRef).primaryTitle;
}
