import { useApi } from '@backstage/frontend-plugin-api';
import type {
  InterestPage,
  ListInterestsQuery,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePages, type Pages } from '../../hooks/usePages';
import { doneStatuses, openStatuses } from './needSections';

const pageSize = 50;

/** What the reader, or one of their teams, asked for. */
export interface Needs {
  /** Of the reader's own only. */
  readonly due?: Pages<InterestPage>;
  readonly open: Pages<InterestPage>;
  readonly done: Pages<InterestPage>;
}

/** @param team - the reader's own without */
export function useNeeds(team: string | undefined): Needs {
  const whose = team ? { team } : { author: 'me' };
  const due = useInterests(team ? undefined : { ...whose, confirmDue: true });
  const open = useInterests({ ...whose, status: openStatuses });
  const done = useInterests({ ...whose, status: doneStatuses });
  return { due: team ? undefined : due, open, done };
}

function useInterests(
  query: ListInterestsQuery | undefined,
): Pages<InterestPage> {
  const pilotApi = useApi(pilotApiRef);
  const key = query && JSON.stringify(query);
  return usePages(key, (cursor, signal) =>
    pilotApi.listInterests({ ...query, cursor, limit: pageSize }, { signal }),
  );
}
