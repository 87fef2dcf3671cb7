import { countRows } from './DownloadCsv';

describe('countRows', () => {
  it.each([
    ['nothing', '', 0],
    ['a header', 'team,useCase\r\n', 0],
    ['two rows', 'team,useCase\r\na,b\r\nc,d\r\n', 2],
    ['a cell with lines', 'team,useCase\r\na,"b\r\n\r\nc"\r\n', 1],
    ['a cell with quotes', 'team,useCase\r\na,"say ""no\n"" twice"\r\nc,d', 2],
  ])('counts %s', (_, csv, rows) => {
    expect(countRows(csv)).toBe(rows);
  });
});
