import { useId, useRef } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import { useNumbers } from '../../hooks/useNumbers';
import type { Pages } from '../../hooks/usePages';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { PortfolioEmpty } from '../Portfolio/PortfolioEmpty';
import { PortfolioHeading } from '../Portfolio/PortfolioHeading';
import { useEnded } from '../Portfolio/useEnded';
import { useListNews } from '../Portfolio/usePortfolioPages';
import type { PortfolioView } from '../Portfolio/usePortfolioQuery';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { ShownAsOf } from '../shared/ShownAsOf';
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
  const policyResource = usePilotCache().policy;
  const policy = useResource(policyResource);
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  const isChanged = useListNews(list.pages);
  const thing = t('map.title');
  const [found] = list.pages;
  const reload = () => {
    // The pressed button goes away, and focus must not go with it.
    section.current?.focus();
    if (policy.state === 'failed') policyResource.reload();
    list.reload();
  };
  const isFailed =
    policy.state === 'failed' || (!found && list.error !== undefined);
  const isLoading =
    !isFailed && (policy.state === 'loading' || (!found && list.isPending));
  const isReady = !isFailed && !isLoading && found !== undefined;

  return (
    <section
      ref={section}
      tabIndex={-1}
      className={classes.section}
      aria-labelledby={heading}
      aria-busy={isLoading || list.isPending}
    >
      <PortfolioHeading
        id={heading}
        title={isReady && !list.isOutdated ? countOf(found) : thing}
        view={view}
        ended={isReady && found.items.length > 0 ? ended : undefined}
        onRefresh={isChanged && !query.asOf ? reload : undefined}
      />
      {isLoading && (
        <LoadingPart
          thing={thing}
          outline={<Skeleton width="100%" height="30rem" />}
        />
      )}
      {isFailed && <LoadFailed thing={thing} onRetry={reload} />}
      {isReady && list.error && (
        <ShownAsOf asOf={found.asOf} onRetry={reload} />
      )}
      {isReady && found.isCut && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('map.most', { number: numbers.count(mostPilots) })}
        </Text>
      )}
      {isReady && found.items.length > 0 && policy.state === 'ready' && (
        <MapView
          pilots={found.items}
          gateScore={policy.value.decisions.gates['build-out'].score}
          isPast={query.asOf !== undefined}
        />
      )}
      {isReady && found.items.length === 0 && !list.isOutdated && (
        <PortfolioEmpty query={query} ended={ended} onChange={goTo} />
      )}
    </section>
  );

  function countOf({ total, items }: MapPilots): string {
    return total === undefined
      ? t('portfolio.shown', { count: items.length })
      : t('portfolio.count', { count: total });
  }
}
