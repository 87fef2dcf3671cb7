import { useId } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Pages } from '../../hooks/usePages';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Region } from '../shared/Region';
import { ShowMore } from '../shared/ShowMore';
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
  const items = list.pages.flatMap(page => page.items);
  const [first] = list.pages;
  const thing = t('portfolio.title');
  const isChanged = useListNews(list.pages);

  return (
    <section
      {...list.frame}
      className={classes.section}
      aria-labelledby={heading}
    >
      <PortfolioHeading
        id={heading}
        title={
          list.value && !list.isOutdated
            ? countOf(first.total, items.length)
            : thing
        }
        view={view}
        ended={items.length > 0 ? ended : undefined}
        onRefresh={isChanged && !query.asOf ? list.retry : undefined}
      />
      <Region
        state={list}
        thing={thing}
        outline={<Outline />}
        asOf={() => first.asOf}
        empty={() =>
          items.length === 0 &&
          !list.isOutdated && (
            <PortfolioEmpty query={query} ended={ended} onChange={goTo} />
          )
        }
      >
        {() =>
          items.length > 0 && (
            <PortfolioTable
              items={items}
              query={query}
              isOutdated={list.isOutdated}
              onSort={sort => goTo({ ...query, sort })}
            />
          )
        }
      </Region>
      <ShowMore
        list={list}
        thing={thing}
        size="medium"
        className={classes.more}
      />
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
