import { parseEntityRef } from '@backstage/catalog-model';
import { phases, type Phase } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from './usePilotCache';
import { useCurrent, useResource } from './useResource';

/**
 * The phase of a Pilot: as the API says where that is in hand, else as the
 * catalog does, which is some seconds behind. None of another kind.
 */
export function usePilotPhase(target: string): Phase | undefined {
  const cache = usePilotCache();
  const entity = useResource(cache.target(target));
  const pilot = useCurrent(cache.phases.pilot(target));
  const { kind } = parseEntityRef(target);
  if (kind.toLocaleLowerCase('en-US') !== 'pilot') return undefined;
  if (pilot.state === 'ready') return pilot.value.phase;
  if (entity.state !== 'ready') return undefined;
  return phases.find(phase => phase === entity.value.spec?.phase) ?? 'pilot';
}
