import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ListInterestsQuery } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { ownToday } from '../../format/ownToday';
import { DownloadCsv } from '../shared/DownloadCsv';

/** Hands out the interests in a target as a file. */
export function DownloadInterests(props: {
  target: string;
  query: ListInterestsQuery;
}) {
  const { target, query } = props;
  const api = useApi(pilotApiRef);
  const { name } = parseEntityRef(target);
  return (
    <DownloadCsv
      load={() => api.listInterestsCsv(query)}
      fileName={() => `${name}-interests-${ownToday()}.csv`}
    />
  );
}
