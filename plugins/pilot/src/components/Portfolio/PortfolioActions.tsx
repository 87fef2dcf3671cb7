import { useState } from 'react';
import { DateTime } from 'luxon';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, TextField } from '@backstage/ui';
import { pilotApiRef } from '../../api/pilotApiRef';
import { refusal } from '../../errorStatus';
import { useAction } from '../../hooks/useAction';
import { useDownload } from '../../hooks/useDownload';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Portfolio.module.css';
import { toListDemand } from './PortfolioQuery';
import { writeParams } from './portfolioParams';
import type { PortfolioView } from './usePortfolioQuery';

/** What can be done with a view: send it, keep it, take it away as a file. */
export function PortfolioActions({ view }: { view: PortfolioView }) {
  const { query, saved } = view;
  const { t } = usePilotTranslation();
  const pilotApi = useApi(pilotApiRef);
  const download = useDownload();
  const keeping = useAction();
  const [said, setSaid] = useState('');
  const [isLinkShown, setIsLinkShown] = useState(false);
  const params = writeParams(query).toString();

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid(t('portfolio.linkCopied'));
    } catch {
      // Without TLS or against the reader's settings: they copy it themselves.
      setIsLinkShown(true);
    }
  };
  const save = () =>
    keeping.run(async () => {
      await saved.set(params);
      setSaid(t('portfolio.defaultSaved'));
    });
  const reset = () =>
    keeping.run(async () => {
      await saved.remove();
      setSaid(t('portfolio.defaultReset'));
    });
  const toFile = () => {
    setSaid('');
    const day = query.asOf ?? DateTime.now().toISODate();
    const kind = query.kind.toLocaleLowerCase('en-US');
    download.start(
      () => pilotApi.listDemandCsv(toListDemand(query)),
      `${kind}-demand-${day}.csv`,
    );
  };

  return (
    <div className={classes.line}>
      {params !== '' && params !== saved.value && (
        <Button
          size="small"
          variant="tertiary"
          isPending={keeping.isPending}
          onPress={save}
        >
          {t('portfolio.saveDefault')}
        </Button>
      )}
      {saved.value && (
        <Button
          size="small"
          variant="tertiary"
          isPending={keeping.isPending}
          onPress={reset}
        >
          {t('portfolio.resetDefault')}
        </Button>
      )}
      <Button size="small" variant="secondary" onPress={copy}>
        {t('portfolio.copyLink')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isPending={download.isPending}
        onPress={toFile}
      >
        {t('portfolio.csv')}
      </Button>
      <span role="status">
        {said || (download.isDone ? t('portfolio.downloaded') : '')}
      </span>
      {isLinkShown && (
        <TextField
          label={t('portfolio.linkToCopy')}
          value={window.location.href}
          isReadOnly
        />
      )}
      {keeping.error && (
        <Failure text={t('need.saveFailed')} onRetry={keeping.retry} />
      )}
      {download.error && (
        <Failure
          text={t('portfolio.csvFailed')}
          reason={refusal(download.error)}
          onRetry={download.retry}
        />
      )}
    </div>
  );
}

function Failure(props: {
  text: string;
  reason?: string;
  onRetry: () => void;
}) {
  const { t } = usePilotTranslation();
  return (
    <Alert
      status="danger"
      role="alert"
      icon
      title={props.text}
      description={props.reason}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
