import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Links to the Demand tab of an entity. */
export function useDemandLink(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  return useCallback(ref => `${entityLink(ref)}/demand`, [entityLink]);
}
