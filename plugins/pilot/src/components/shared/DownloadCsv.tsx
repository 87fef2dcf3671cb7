import { useState, useEffect } from 'react';
import { Alert, Button } from '@backstage/ui';
import { refusal } from '../../api/errorStatus';
import { useAction, type Action } from '../../hooks/useAction';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DownloadCsv.module.css';

/** A file on its way to the reader's disk. */
interface Download extends Omit<Action, 'run'> {
  readonly isDone: boolean;
  start(load: () => Promise<string>, fileName: string): void;
}

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

/** Counts the rows of a CSV below its header. A quoted cell may have lines. */
export function countRows(csv: string): number {
  const withoutCells = csv.replace(/"[^"]*"/g, '');
  const lines = withoutCells.split(/\r?\n/).filter(line => line !== '');
  return Math.max(0, lines.length - 1);
}

/** Loads a text and hands it to the browser as a file. */
function useDownload(): Download {
  const { run, ...action } = useAction();
  const [isDone, setIsDone] = useState(false);
  const [url, setUrl] = useState<string>();
  // The browser may still be reading it, so it goes when the next one comes.
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  const start = (load: () => Promise<string>, fileName: string) =>
    run(async () => {
      setIsDone(false);
      const file = new Blob([await load()], { type: 'text/csv;charset=utf-8' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = fileName;
      link.click();
      setUrl(link.href);
      setIsDone(true);
    });
  return { ...action, isDone, start };
}
