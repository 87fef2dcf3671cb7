import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';

/** The groups, and when they were asked for. */
export interface FoundGroups {
  readonly groups: readonly FragmentationGroup[];
  readonly asOf: string;
}

/** @param dismissed - also what was found to be no duplicate */
export function useFragmentation(dismissed: boolean): Resource<FoundGroups> {
  const pilotApi = useApi(pilotApiRef);
  return useMemo(
    () =>
      new Resource(async () => {
        const { groups } = await pilotApi.getFragmentation({ dismissed });
        return { groups, asOf: new Date().toISOString() };
      }),
    [pilotApi, dismissed],
  );
}
