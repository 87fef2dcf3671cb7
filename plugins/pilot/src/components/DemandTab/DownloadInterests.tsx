import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { ListInterestsQuery } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useDownload } from '../../hooks/useDownload';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { countRows } from './countRows';
import classes from './DemandTab.module.css';

/** Hands out the interests that the inbox shows, as a file. */
export function DownloadInterests(props: {
  target: string;
  query: ListInterestsQuery;
}) {
  const { target, query } = props;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const download = useDownload();
  const [rows, setRows] = useState(0);
  const { name } = parseEntityRef(target);
  const start = () =>
    download.start(async () => {
      const csv = await api.listInterestsCsv(query);
      setRows(countRows(csv));
      return csv;
    }, `${name}-interests-${new Date().toISOString().slice(0, 10)}.csv`);
  return (
    <div className={classes.line}>
      <span role="status">
        {download.isDone ? t('demandTab.csvDone', { count: rows }) : null}
      </span>
      <Button
        size="small"
        variant="secondary"
        isPending={download.isPending}
        onPress={start}
      >
        {t('demandTab.csv')}
      </Button>
      {download.error && (
        <Alert
          status="danger"
          role="alert"
          icon
          title={t('demandTab.csvFailed')}
          customActions={
            <Button size="small" variant="secondary" onPress={download.retry}>
              {t('state.retry')}
            </Button>
          }
        />
      )}
    </div>
  );
}
