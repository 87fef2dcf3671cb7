import { useEffect, useId, useRef, useState } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useChanges } from '../../hooks/useChanges';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LoadFailed } from '../LoadState/LoadFailed';
import { LoadingPart } from '../LoadState/LoadingPart';
import { ShownAsOf } from '../LoadState/ShownAsOf';
import { ChosenFilters } from './ChosenFilters';
import classes from './Portfolio.module.css';
import { PortfolioEmpty } from './PortfolioEmpty';
import { endedPhases, isOfPilots } from './PortfolioQuery';
import { PortfolioTable } from './PortfolioTable';
import type { useDemandPages } from './useDemandPages';
import { useEnded } from './useEnded';
import type { PortfolioView } from './usePortfolioQuery';

/** The list of a view in every state that it can be in. */
export function PortfolioList(props: {
  view: PortfolioView;
  list: ReturnType<typeof useDemandPages>;
}) {
  const { view, list } = props;
  const { query, isDecided, goTo } = view;
  const { t } = usePilotTranslation();
  const ended = useEnded(query, isDecided);
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  const items = list.pages.flatMap(page => page.items);
  const [first] = list.pages;
  const isReady = list.pages.length > 0;
  const thing = t('portfolio.title');

  const [hasNews, setHasNews] = useState(false);
  useChanges(watchesOf(items), () => setHasNews(true));
  useEffect(() => setHasNews(false), [list.pages]);
  const isChanged = hasNews || Boolean(list.pages.at(-1)?.changed);
  const reload = () => {
    // The pressed button goes away, and focus must not go with it.
    section.current?.focus();
    list.reload();
  };

  return (
    <section
      ref={section}
      tabIndex={-1}
      className={classes.section}
      aria-labelledby={heading}
      aria-busy={list.isPending}
    >
      <div className={classes.line}>
        <Text as="h3" variant="body-medium" weight="bold" id={heading}>
          <span role="status">
            {isReady && !list.isOutdated
              ? countOf(first.total, items.length)
              : thing}
          </span>
        </Text>
        <ChosenFilters query={query} onChange={goTo} />
        {ended && items.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => goTo({ ...query, phase: endedPhases })}
          >
            {ended.total === undefined
              ? t('portfolio.showEndedSome')
              : t('portfolio.showEnded', { count: ended.total })}
          </Button>
        )}
        {isChanged && !query.asOf && (
          <Button size="small" variant="secondary" onPress={reload}>
            {t('state.updated')}
          </Button>
        )}
      </div>
      {!isReady && list.isPending && (
        <LoadingPart thing={thing} outline={<Outline />} />
      )}
      {!isReady && list.error && <LoadFailed thing={thing} onRetry={reload} />}
      {isReady && list.error && (
        <ShownAsOf asOf={first.asOf} onRetry={reload} />
      )}
      {isReady && items.length > 0 && (
        <PortfolioTable
          items={items}
          isOfPilots={isOfPilots(query)}
          isOutdated={list.isOutdated}
          sort={query.sort}
          onSort={sort => goTo({ ...query, sort })}
        />
      )}
      {isReady && items.length === 0 && !list.isOutdated && (
        <PortfolioEmpty query={query} ended={ended} onChange={goTo} />
      )}
      {list.moreError && <LoadFailed thing={thing} onRetry={list.more!} />}
      {list.more && !list.moreError && (
        <Button
          variant="secondary"
          className={classes.more}
          isPending={list.isMorePending}
          onPress={list.more}
        >
          {t('state.more')}
        </Button>
      )}
    </section>
  );

  function countOf(total: number | undefined, shown: number): string {
    if (total === undefined) return t('portfolio.shown', { count: shown });
    return isOfPilots(query)
      ? t('portfolio.count', { count: total })
      : t('portfolio.countOther', { count: total, kind: query.kind });
  }
}

function watchesOf(items: readonly DemandListItem[]): string[] {
  return items.map(({ watch }) => watch);
}

function Outline() {
  const rows = ['1', '2', '3', '4', '5', '6'];
  return (
    <div className={classes.outline}>
      {rows.map(row => (
        <Skeleton key={row} width="100%" height="3.25rem" />
      ))}
    </div>
  );
}
