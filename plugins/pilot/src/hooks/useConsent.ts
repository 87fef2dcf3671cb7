import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import {
  hasConsent,
  namedPilots,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from './usePilotCache';
import { useResource } from './useResource';

/** Consent to count interest in a part for a Pilot, and who can give it. */
export interface Consent {
  readonly counts: boolean;
  readonly owner: string | null;
}

/** Nothing before both are loaded, or where one of them is not visible. */
export function useConsent(pilot: string, part: string): Consent | undefined {
  const cache = usePilotCache();
  const whole = useResource(cache.target(pilot));
  const piece = useResource(cache.target(part));
  if (whole.state !== 'ready' || piece.state !== 'ready') return undefined;
  const owner = ownerOf(piece.value);
  const counts = hasConsent(
    { ref: pilot, owner: ownerOf(whole.value) },
    { owner, namedPilots: namedPilots(piece.value) },
  );
  return { counts, owner };
}

function ownerOf({ relations = [] }: Entity): string | null {
  return (
    relations.find(({ type }) => type === RELATION_OWNED_BY)?.targetRef ?? null
  );
}
