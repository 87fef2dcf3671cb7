import { useCallback } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';

/** What people call an entity, as far as it is known without asking. */
export function useRefLabel(): (entityRef: string) => string {
  const presentations = useApiHolder().get(entityPresentationApiRef);
  return useCallback(
    ref => entityPresentationSnapshot(ref, {}, presentations).primaryTitle,
    [presentations],
  );
}
