import { useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { refusal } from '../../api/errorStatus';
import { useDownload } from './useDownload';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { countRows } from './countRows';
import classes from './DownloadCsv.module.css';

/** A button that hands out rows as a file, and says how many. */
export function DownloadCsv(props: {
  load: () => Promise<string>;
  fileName: () => string;
}) {
  const { load, fileName } = props;
  const { t } = usePilotTranslation();
  const download = useDownload();
  const [rows, setRows] = useState(0);
  const start = () =>
    download.start(async () => {
      const csv = await load();
      setRows(countRows(csv));
      return csv;
    }, fileName());
  return (
    <div className={classes.line}>
      <Button
        size="small"
        variant="secondary"
        isPending={download.isPending}
        onPress={start}
      >
        {t('csv.download')}
      </Button>
      <span role="status">
        {download.isDone ? t('csv.done', { count: rows }) : null}
      </span>
      {download.error && (
        <Alert
          status="danger"
          role="alert"
          icon
          title={t('csv.failed')}
          description={refusal(download.error)}
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
