import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Where an entity's Readiness tab is, with one check opened if it is named. */
export function useReadinessLink(): (
  entityRef: string,
  check?: string,
) => string {
  const entityLink = useEntityRefLink();
  return useCallback(
    (ref, check) => {
      const tab = `${entityLink(ref)}/readiness`;
      return check ? `${tab}?check=${encodeURIComponent(check)}` : tab;
    },
    [entityLink],
  );
}
