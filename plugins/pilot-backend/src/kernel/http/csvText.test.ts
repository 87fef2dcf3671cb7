import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse as papaParse } from 'papaparse';
import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { Columns, csvOf } from './answerCsv';
import { neutraliseCsvText, restoreCsvText } from './csvText';

type Row = { readonly id: number; readonly a: string; readonly b: string };

const columns: Columns<Row> = [
  ['id', row => row.id],
  ['first text', row => row.a],
  ['second', row => row.b],
];

async function write(rows: readonly Row[]): Promise<string> {
  const cells = rows.map(row => columns.map(([, cell]) => cell(row)));
  return textOf(Readable.from(cells).pipe(csvOf(columns)));
}

/** Characters that something splits, trims, joins or executes by, and others. */
const mean = [
  ...'=+-@|;,\t\r\n\v\f"\' \0\u0001\u001c\u0085\u00a0\u200b\u2028\u2029\ufeff',
  ...'＝＋－＠﹦﹢﹣﹫⁺₊−\u00adaÄ1%\\😀',
  '\r\n',
  '=1+1',
];
const typed = fc.oneof(
  fc
    .array(fc.constantFrom(...mean), { maxLength: 12 })
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const rowsOf = fc.array(fc.record({ id: fc.integer(), a: typed, b: typed }), {
  maxLength: 5,
});

/** The pieces that a reader sees who splits by any of these, quotes or not. */
// eslint-disable-next-line no-control-regex -- some readers split by these
const splitters = /[,;\t|\n\v\f\r\x1c-\x1f\x85\u2028\u2029]/u;
const pieces = (csv: string) => csv.split(splitters);
const asSeen = (piece: string) =>
  piece.replace(/[\s\p{Cc}\p{Cf}"]/gu, '').normalize('NFKC');

describe('text in CSV', () => {
  it('is read back by two parsers that know nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, async rows => {
        const csv = await write(rows);
        const [header, ...read]: string[][] = parse(csv);
        expect(papaParse(csv.replace(/\r\n$/, '')).data).toEqual([
          header,
          ...read,
        ]);
        expect(header).toEqual(['id', 'first text', 'second']);
        expect(
          read.map(([id, ...texts]) => [
            Number(id),
            ...texts.map(restoreCsvText),
          ]),
        ).toEqual(rows.map(({ id, a, b }) => [id, a, b]));
      }),
      { numRuns: 500 },
    );
  });

  it('begins no formula, whatever a spreadsheet splits it by', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, async rows => {
        const csv = await write(rows.map(row => ({ ...row, id: 1 })));
        expect(
          pieces(csv).filter(each => /^[=+\-@−]/u.test(asSeen(each))),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[text: string, cell: string]>([
    ['=1+1', "'=1+1"],
    ['first\n=1+1\nthird', "first\n'=1+1\nthird"],
    ['first\r=1+1', "first\r'=1+1"],
    ['a;=1+1', "a;'=1+1"],
    ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
    ['a, -1 or b', "a, '-1 or b"],
    ['  ＝1', "  '＝1"],
    ['"=1"', `"'=1"`],
    ["'=1", "''=1"],
    ['\t1', "'\t1"],
    ['\u200b+1', "\u200b'+1"],
    ['a - b = c, at 5 o’clock', 'a - b = c, at 5 o’clock'],
    ['john@example.com; +49', "john@example.com; '+49"],
    ["'tis", "'tis"],
    ['', ''],
  ])('%j becomes %j, and back', (text, cell) => {
    expect(neutraliseCsvText(text)).toBe(cell);
    expect(restoreCsvText(cell)).toBe(text);
  });

  it('quotes what holds a break, a quote or a comma, and leaves numbers', async () => {
    const lines: Array<Columns<{ value: unknown }>[number]> = [
      ['value', row => row.value],
      ['end', () => 'e'],
    ];
    const cells = [-0.5, 1e-7, true, null, 'a b', 'in\rtwo', 'a"b', 'plain'];
    const csv = await textOf(
      Readable.from(cells.map(value => [value, 'e'])).pipe(csvOf(lines)),
    );
    expect(csv.split('\r\n')).toEqual([
      'value,end',
      '-0.5,e',
      '1e-7,e',
      'true,e',
      ',e',
      '"a b",e',
      '"in\rtwo",e',
      '"a""b",e',
      'plain,e',
      '',
    ]);
  });
});
