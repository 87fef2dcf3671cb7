import { useEffect, useState } from 'react';
import { useAction, type Action } from '../../hooks/useAction';

/** A file on its way to the reader's disk. */
export interface Download extends Omit<Action, 'run'> {
  readonly isDone: boolean;
  start(load: () => Promise<string>, fileName: string): void;
}

/** Loads a text and hands it to the browser as a file. */
export function useDownload(): Download {
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
