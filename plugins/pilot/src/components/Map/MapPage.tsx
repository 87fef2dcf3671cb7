import { Container, Header, Text, Link } from '@backstage/ui';
import { usePilotsLink } from '../../hooks/usePilotsLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DownloadPortfolio } from '../Portfolio/DownloadPortfolio';
import { PortfolioFilters } from '../Portfolio/PortfolioFilters';
import { PortfolioNotices } from '../Portfolio/PortfolioNotices';
import { writeParams } from '../Portfolio/portfolioParams';
import { possible, type PortfolioQuery } from '../Portfolio/PortfolioQuery';
import { usePortfolioQuery } from '../Portfolio/usePortfolioQuery';
import { CopyLink } from '../shared/CopyLink';
import classes from './Map.module.css';
import { MapPart } from './MapPart';
import { useMapPilots } from './useMapPilots';

/** Pilots by demand and readiness: which to build out, launch or keep small. */
export function MapPage() {
  const { t } = usePilotTranslation();
  const view = usePortfolioQuery({ isMap: true });
  const { query, isDecided, goTo } = view;
  const list = useMapPilots(query, isDecided);
  if (list.isHidden) {
    return (
      <>
        <Header title={t('map.title')} />
        <Container>
          <Text as="p" className={classes.text}>
            {t('state.nothing')}
          </Text>
        </Container>
      </>
    );
  }
  return (
    <>
      <Header title={t('map.title')} />
      <Container>
        <div className={classes.page}>
          <PortfolioFilters
            isMap
            query={query}
            onChange={(part, how) => goTo(possible({ ...query, ...part }), how)}
          />
          <PortfolioNotices view={view} />
          <MapActions query={query} />
          <MapPart view={view} list={list} />
        </div>
      </Container>
    </>
  );
}

/** Offers the actions on the map of a view: list, send, download. */
function MapActions({ query }: { query: PortfolioQuery }) {
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
