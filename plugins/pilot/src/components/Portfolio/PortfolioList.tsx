import { useId, useRef } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import type { Pages } from '../../hooks/usePages';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { ShownAsOf } from '../shared/ShownAsOf';
import classes from './Portfolio.module.css';
import { PortfolioEmpty } from './PortfolioEmpty';
import { PortfolioHeading } from './PortfolioHeading';
import { isOfPilots } from './PortfolioQuery';
import { PortfolioTable } from './PortfolioTable';
import { useEnded } from './useEnded';
import { useListNews, type PortfolioPart } from './usePortfolioPages';
import type { PortfolioView } from './usePortfolioQuery';

/** The list of a view in every state that it can be in. */
export function PortfolioList(props: {
  view: PortfolioView;
  list: Pages<PortfolioPart>;
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
  const isChanged = useListNews(list.pages);
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
      <PortfolioHeading
        id={heading}
        title={
          isReady && !list.isOutdated
            ? countOf(first.total, items.length)
            : thing
        }
        view={view}
        ended={items.length > 0 ? ended : undefined}
        onRefresh={isChanged && !query.asOf ? reload : undefined}
      />
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
          query={query}
          isOutdated={list.isOutdated}
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
