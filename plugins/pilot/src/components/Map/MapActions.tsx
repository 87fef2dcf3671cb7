import { Link } from '@backstage/ui';
import { usePilotsLink } from '../../hooks/usePilotsLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { CopyLink } from '../shared/CopyLink';
import { DownloadPortfolio } from '../Portfolio/DownloadPortfolio';
import { writeParams } from '../Portfolio/portfolioParams';
import type { PortfolioQuery } from '../Portfolio/PortfolioQuery';
import classes from './Map.module.css';

/** What can be done with the map of a view: list it, send it, take it away. */
export function MapActions({ query }: { query: PortfolioQuery }) {
  const { t } = usePilotTranslation();
  const pilotsLink = usePilotsLink();
  const params = writeParams(query).toString();
  return (
    <div className={classes.line}>
      {pilotsLink && (
        <Link href={`${pilotsLink('portfolio')}?${params}`}>
          {t('map.asList')}
        </Link>
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
