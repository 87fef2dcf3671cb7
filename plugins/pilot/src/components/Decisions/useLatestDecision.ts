import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Decision } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource, type Loaded } from '../../cache/Resource';
import { useResource } from '../../hooks/useResource';

/** The newest decision about a Pilot; undefined where there was none. */
export function useLatestDecision(
  target: string,
): Loaded<Decision | undefined> {
  const api = useApi(pilotApiRef);
  const latest = useMemo(
    () =>
      new Resource(async () =>
        (await api.listDecisions(target, { limit: 1 })).items.at(0),
      ),
    [api, target],
  );
  return useResource(latest);
}
