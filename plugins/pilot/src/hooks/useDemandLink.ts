import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Where an entity's Demand tab is. */
export function useDemandLink(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  return useCallback(ref => `${entityLink(ref)}/demand`, [entityLink]);
}
