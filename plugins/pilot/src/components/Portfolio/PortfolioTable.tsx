import { useDemandLink } from '../../hooks/useDemandLink';
import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  useBreakpoint,
  type SortDescriptor,
} from '@backstage/ui';
import type { PilotOrderBy } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { portfolioColumns, type PortfolioColumn } from './portfolioColumns';
import classes from './Portfolio.module.css';
import { canSortBy, isOfPilots, type PortfolioQuery } from './PortfolioQuery';
import type { PortfolioItem } from './usePortfolioPages';

/** The rows of a view. A row leads to the demand that it shows. */
export function PortfolioTable(props: {
  items: readonly PortfolioItem[];
  query: PortfolioQuery;
  isOutdated: boolean;
  onSort: (sort: PilotOrderBy) => void;
}) {
  const { items, query, isOutdated, onSort } = props;
  const { sort } = query;
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const isWide = useBreakpoint().up('md');
  const columns = portfolioColumns.filter(
    column =>
      (isWide || column.narrowWidth !== undefined) &&
      (isOfPilots(query) || !column.isOfPilots) &&
      (!query.asOf || !column.isOfNow),
  );
  const isSortable = ({ sortsBy }: PortfolioColumn) =>
    sortsBy !== undefined && canSortBy(query, sortsBy);
  const order = sort.replace('-', '');
  const sorting: SortDescriptor = {
    column: columns.find(({ sortsBy }) => sortsBy === order)?.id ?? '',
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
  };
  const changeSort = ({ column: id, direction }: SortDescriptor) => {
    const column = columns.find(each => each.id === id);
    if (!column?.sortsBy) return;
    const isNew = sorting.column !== id;
    const isDown = isNew ? column.isHighFirst : direction === 'descending';
    onSort(isDown ? `-${column.sortsBy}` : column.sortsBy);
  };

  return (
    <div className={classes.scroll}>
      <TableRoot
        aria-label={t('portfolio.title')}
        stale={isOutdated}
        sortDescriptor={sorting}
        onSortChange={changeSort}
      >
        <TableHeader columns={columns}>
          {column => (
            <Column
              id={column.id}
              isRowHeader={column.isRowHeader}
              allowsSorting={isSortable(column)}
              style={{ width: isWide ? column.width : column.narrowWidth }}
            >
              {t(`portfolio.column.${column.id}`)}
            </Column>
          )}
        </TableHeader>
        <TableBody items={items} dependencies={[columns]}>
          {item => (
            <Row
              id={item.target}
              columns={columns}
              href={link(item.target)}
              textValue={item.title ?? item.target}
            >
              {({ id, Content }) => (
                <Cell key={id}>
                  <Content item={item} />
                </Cell>
              )}
            </Row>
          )}
        </TableBody>
      </TableRoot>
    </div>
  );
}
