import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Links to an entity's Readiness tab, with a check opened if it is named. */
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
