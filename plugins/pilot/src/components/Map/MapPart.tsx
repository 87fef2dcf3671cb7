import { useId } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import { useNumbers } from '../../hooks/useNumbers';
import type { Pages } from '../../hooks/usePages';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion, useRegionOf } from '../../hooks/useRegion';
import { PortfolioEmpty } from '../Portfolio/PortfolioEmpty';
import { PortfolioHeading } from '../Portfolio/PortfolioHeading';
import { useEnded } from '../Portfolio/useEnded';
import { useListNews } from '../Portfolio/usePortfolioPages';
import type { PortfolioView } from '../Portfolio/usePortfolioQuery';
import { Region } from '../shared/Region';
import classes from './Map.module.css';
import { MapView } from './MapView';
import { mostPilots, type MapPilots } from './useMapPilots';

/** The map of a view in every state that it can be in. */
export function MapPart(props: {
  view: PortfolioView;
  list: Pages<MapPilots>;
}) {
  const { view, list } = props;
  const { query, isDecided, goTo } = view;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const ended = useEnded(query, isDecided);
  // Its lines are those of the policy.
  const policy = useRegion(usePilotCache().policy);
  const heading = useId();
  const isChanged = useListNews(list.pages);
  const thing = t('map.title');
  const [found] = list.pages;
  const region = useRegionOf({
    value: policy.value && found && { found, policy: policy.value },
    error: (policy.value ? undefined : policy.error) ?? list.error,
    isPending: policy.isPending || list.isPending,
    loadedAt: list.loadedAt,
    reload: () => {
      if (!policy.value) policy.reload();
      list.reload();
    },
  });

  return (
    <section
      {...region.frame}
      className={classes.section}
      aria-labelledby={heading}
    >
      <PortfolioHeading
        id={heading}
        title={region.value && !list.isOutdated ? countOf(found) : thing}
        view={view}
        ended={region.value && found.items.length > 0 ? ended : undefined}
        onRefresh={isChanged && !query.asOf ? region.retry : undefined}
      />
      <Region
        state={region}
        thing={thing}
        outline={<Skeleton width="100%" height="30rem" />}
        asOf={() => found.asOf}
        empty={() =>
          found.items.length === 0 &&
          !list.isOutdated && (
            <PortfolioEmpty query={query} ended={ended} onChange={goTo} />
          )
        }
      >
        {({ policy: { decisions } }) => (
          <>
            {found.isCut && (
              <Text as="p" variant="body-medium" className={classes.text}>
                {t('map.most', { number: numbers.count(mostPilots) })}
              </Text>
            )}
            {found.items.length > 0 && (
              <MapView
                pilots={found.items}
                gateScore={decisions.gates['build-out'].score}
                isPast={query.asOf !== undefined}
              />
            )}
          </>
        )}
      </Region>
    </section>
  );

  function countOf({ total, items }: MapPilots): string {
    return total === undefined
      ? t('portfolio.shown', { count: items.length })
      : t('portfolio.count', { count: total });
  }
}
