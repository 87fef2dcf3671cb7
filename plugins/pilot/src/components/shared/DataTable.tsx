import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

/** A column of a table of facts. */
export interface DataColumn<R> {
  readonly key: string;
  readonly label: string;
  readonly isNumber?: boolean;
  readonly cell: (row: R) => ReactNode;
}

/**
 * Facts in rows, the first column naming the row. A plain table: nothing in it
 * is selected or sorted, its cells wrap, and where it is too wide it scrolls
 * instead of cutting off, which the grid of the design system does not.
 */
export function DataTable<R>(props: {
  label: string;
  columns: ReadonlyArray<DataColumn<R>>;
  rows: readonly R[];
  keyOf: (row: R) => string;
}) {
  const { label, columns, rows, keyOf } = props;
  const [head, ...others] = columns;
  const classOf = ({ isNumber }: DataColumn<R>) =>
    isNumber ? classes.number : undefined;
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={label}
      // Reachable, so that it scrolls by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              <th scope="row" className={classOf(head)}>
                {head.cell(row)}
              </th>
              {others.map(column => (
                <td key={column.key} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
