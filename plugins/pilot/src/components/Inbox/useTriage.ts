import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Interest,
  SetStatus,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePilotCache } from '../../hooks/usePilotCache';

/** Answers an interest, and shows the demand that it leads to everywhere. */
export function useTriage(): (
  interest: Interest,
  answer: Omit<SetStatus, 'version'>,
) => Promise<Interest> {
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  return useCallback(
    async ({ id, version }, answer) => {
      const recorded = await api.setInterestStatus(id, { ...answer, version });
      cache.answered(recorded);
      return recorded.interest;
    },
    [api, cache],
  );
}
