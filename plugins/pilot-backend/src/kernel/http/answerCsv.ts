import { Options, stringify } from 'csv-stringify';
import { stringify as stringifyAll } from 'csv-stringify/sync';
import { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { largeInThePast, Size } from '../cost/Cost';
import { giveWay } from '../cost/giveWay';
import { neutraliseCsvText } from './csvText';
import { sendStream } from './sendStream';

/** The columns of a table: a heading each, and what is in its cells. */
export type Columns<Row> = ReadonlyArray<
  readonly [heading: string, cell: (row: Row) => unknown]
>;

/** End of the path of a list that answers CSV, whatever is accepted. */
export const csvSuffix = '/csv';

/** True where a request asks for CSV, not JSON: by its path, or its header. */
export function wantsCsv(request: Request): boolean {
  // The path as it is declared: an entity may be called csv.
  if (String(request.route?.path).endsWith(csvSuffix)) {
    return true;
  }
  request.res?.vary('Accept');
  return request.accepts(['application/json', 'text/csv']) === 'text/csv';
}

/** Sizes a read that can ask for the whole list as CSV. */
export function largeAsCsv(_: unknown, request: Request): Size {
  return wantsCsv(request) ? 'large' : 'small';
}

/** The same of a list that can be asked for as it was, too. */
export function largeAsCsvOrPast(
  parsed: { readonly asOf?: unknown },
  request: Request,
): Size {
  return wantsCsv(request) ? 'large' : largeInThePast(parsed);
}

/**
 * Characters to quote beyond those of the grammar: whatever a reader splits by,
 * trims or joins, as not every one goes by CR LF and commas alone.
 */
const quoted = /[^\p{L}\p{N}\p{P}\p{S}]|[,;|"]/u;

/** To the letter of RFC 4180. Numbers stay numbers, texts texts. */
const optionsOf = <Row>(columns: Columns<Row>): Options => ({
  header: true,
  columns: columns.map(([heading]) => heading),
  cast: {
    string: neutraliseCsvText,
    boolean: value => String(value),
  },
  quoted_match: [quoted],
  record_delimiter: 'windows',
});

const cellsOf = <Row>(columns: Columns<Row>, row: Row) =>
  columns.map(([, cell]) => cell(row));

/** Makes CSV of the cells that are written to it. */
export function csvOf<Row>(columns: Columns<Row>) {
  return stringify(optionsOf(columns));
}

/** A table of few rows as CSV, as it would be answered. */
export function csvText<Row>(
  columns: Columns<Row>,
  rows: readonly Row[],
): string {
  return stringifyAll(
    rows.map(row => cellsOf(columns, row)),
    optionsOf(columns),
  );
}

/**
 * Answers rows as a CSV file. They are sent as they come.
 *
 * @returns how many there were, for the auditor
 */
export async function answerCsv<Row>(
  response: Response,
  file: { readonly name: string; readonly now: Date },
  columns: Columns<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<{ rows: number }> {
  const day = file.now.toISOString().slice(0, 10);
  response
    .type('text/csv; charset=utf-8')
    .attachment(`${file.name}-${day}.csv`);
  let count = 0;
  const cells = async function* cells() {
    for await (const row of rows) {
      await giveWay();
      count += 1;
      yield cellsOf(columns, row);
    }
  };
  await sendStream(response, Readable.from(cells()), csvOf(columns));
  return { rows: count };
}
