import { parseEntityRef } from '@backstage/catalog-model';
import {
  isAmong,
  phases,
  type Phase,
  type Pilot,
} from '@pilot-to-platform/plugin-pilot-common';
import { Resource } from '../../cache/Resource';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useCurrent, useResource } from '../../hooks/useResource';

/** What another kind has: nobody may ask for a Pilot of its name. */
const noPilot = new Resource<Pilot>(() => new Promise(() => {}));

/**
 * The phase of a Pilot: as the API says where that is in hand, else as the
 * catalog does, which is some seconds behind. None of another kind.
 */
export function usePilotPhase(target: string): Phase | undefined {
  const cache = usePilotCache();
  const entity = useResource(cache.target(target));
  const isPilot = isAmong(parseEntityRef(target).kind, ['Pilot']);
  const pilot = useCurrent(isPilot ? cache.phases.pilot(target) : noPilot);
  if (!isPilot) return undefined;
  if (pilot.state === 'ready') return pilot.value.phase;
  if (entity.state !== 'ready') return undefined;
  return phases.find(phase => phase === entity.value.spec?.phase) ?? 'pilot';
}
