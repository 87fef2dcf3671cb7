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
import type {
  DemandListItem,
  DemandOrderBy,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { portfolioColumns } from './columns';
import classes from './Portfolio.module.css';

/** The rows of a view. A row leads to the demand that it shows. */
export function PortfolioTable(props: {
  items: readonly DemandListItem[];
  isOfPilots: boolean;
  isOutdated: boolean;
  sort: DemandOrderBy;
  onSort: (sort: DemandOrderBy) => void;
}) {
  const { items, isOfPilots, isOutdated, sort, onSort } = props;
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const isWide = useBreakpoint().up('md');
  const columns = portfolioColumns.filter(
    column => (isWide || !column.isWide) && (isOfPilots || !column.isOfPilots),
  );
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
          {({ id, sortsBy, isRowHeader, width }) => (
            <Column
              id={id}
              isRowHeader={isRowHeader}
              allowsSorting={Boolean(sortsBy)}
              style={isWide ? { width } : undefined}
            >
              {t(`portfolio.column.${id}`)}
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
