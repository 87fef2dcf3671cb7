import { useCallback } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';

/** Names an entity, as far as that is known without a request. */
export function useRefLabel(): (entityRef: string) => string {
  const presentations = useApiHolder().get(entityPresentationApiRef);
  return useCallback(
    ref => entityPresentationSnapshot(ref, {}, presentations).primaryTitle,
    [presentations],
  );
}
