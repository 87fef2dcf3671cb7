import { useState } from 'react';
import { Alert, Button, Link } from '@backstage/ui';
import { useAction } from '../../hooks/useAction';
import { usePilotsLink } from '../../hooks/usePilotsLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { CopyLink } from '../shared/CopyLink';
import { DownloadPortfolio } from './DownloadPortfolio';
import classes from './Portfolio.module.css';
import { isOfPilots } from './PortfolioQuery';
import { writeParams } from './portfolioParams';
import type { PortfolioView } from './usePortfolioQuery';

/** Offers the actions on a view: send it, keep it, download it. */
export function PortfolioActions({ view }: { view: PortfolioView }) {
  const { query, saved } = view;
  const { t } = usePilotTranslation();
  const pilotsLink = usePilotsLink();
  const keeping = useAction();
  const [said, setSaid] = useState('');
  const params = writeParams(query).toString();

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
  return (
    <div className={classes.line}>
      {pilotsLink && isOfPilots(query) && (
        <Link href={`${pilotsLink('map')}?${params}`}>{t('map.see')}</Link>
      )}
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
      <span role="status">{said}</span>
      {keeping.error && (
        <Alert
          status="danger"
          role="alert"
          icon
          title={t('need.saveFailed')}
          customActions={
            <Button size="small" variant="secondary" onPress={keeping.retry}>
              {t('state.retry')}
            </Button>
          }
        />
      )}
      <CopyLink
        // What was copied, or shown to be copied, is another address by then.
        key={params}
        label={t('portfolio.copyLink')}
        href={() => window.location.href}
      />
      <DownloadPortfolio query={query} />
    </div>
  );
}
