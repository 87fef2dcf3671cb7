import { parseEntityRef } from '@backstage/catalog-model';
import {
  defaultAllowedKinds,
  isAmong,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from './usePilotCache';
import { useResource } from './useResource';

/**
 * True where interest can be in entities of this kind. Until the policy is
 * known the kinds allowed by default count, so that nothing waits for it.
 */
export function useAllowedKind(entityRef: string): boolean {
  const policy = useResource(usePilotCache().policy);
  const kinds =
    policy.state === 'ready'
      ? policy.value.interest.allowedKinds
      : defaultAllowedKinds;
  return isAmong(parseEntityRef(entityRef).kind, kinds);
}
