import { Container, Header, Text } from '@backstage/ui';
import { isHidden } from '../../api/errorStatus';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { PortfolioFilters } from '../Portfolio/PortfolioFilters';
import { PortfolioNotices } from '../Portfolio/PortfolioNotices';
import { possible } from '../Portfolio/PortfolioQuery';
import { usePortfolioQuery } from '../Portfolio/usePortfolioQuery';
import classes from './Map.module.css';
import { MapActions } from './MapActions';
import { MapPart } from './MapPart';
import { useMapPilots } from './useMapPilots';

/** Pilots by demand and readiness: which to build out, launch or keep small. */
export function MapPage() {
  const { t } = usePilotTranslation();
  const view = usePortfolioQuery({ isMap: true });
  const { query, isDecided, goTo } = view;
  const list = useMapPilots(query, isDecided);
  if (list.error && isHidden(list.error)) {
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
