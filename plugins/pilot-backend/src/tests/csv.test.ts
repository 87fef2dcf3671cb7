import { parse } from 'csv-parse/sync';
import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const sharing = 'pilot:default/delta-sharing';
const orders = 'api:default/orders';
const team = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;

/** Texts, and the cells that they must be: what a spreadsheet shows as text. */
const texts: Array<[text: string, cell: string]> = [
  ['=HYPERLINK("http://evil.test")', `'=HYPERLINK("http://evil.test")`],
  ['+1', `'+1`],
  ['-2+3', `'-2+3`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\uFF1D1+1', `'\uFF1D1+1`],
  ['with, comma; and "quotes"', 'with, comma; and "quotes"'],
  ['in two\nlines', 'in two\nlines'],
  ['Größe: 100 €', 'Größe: 100 €'],
];

describe.each(databases.eachSupportedId())('CSV on %s', databaseId => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init(databaseId) });
    await portal.importAll([
      ...texts.map(([useCase], index) => ({
        type: 'interest',
        target: sharing,
        author: user('ana'),
        team: team('payments'),
        useCaseKey: `text-${index}`,
        useCase,
        createdAt: `2026-01-0${index + 1}T10:00:00Z`,
      })),
      {
        type: 'interest',
        target: orders,
        author: user('cleo'),
        team: team('ads'),
        createdAt: '2026-02-01T10:00:00Z',
      },
    ]);
  });
  afterAll(() => portal?.backend.stop());

  const csv = async (path: string, person = 'ana') => {
    const response = await portal
      .as(person)
      .get(path)
      .set('accept', 'text/csv')
      .expect(200);
    const rows: Array<Record<string, string>> = parse(response.text, {
      columns: true,
    });
    return { ...response, rows };
  };

  it('holds the filtered interests, as text whatever they begin with', async () => {
    const { rows } = await csv(`/interests?target=${sharing}`);
    expect(
      rows.map(({ useCaseKey, useCase }) => [useCaseKey, useCase]),
    ).toEqual(
      texts.map(([, cell], index) => [`text-${index}`, cell]).reverse(),
    );
  });

  it('is a file that is named after the target and the day', async () => {
    const { headers } = await csv(`/interests?target=${sharing}`);
    const today = new Date().toISOString().slice(0, 10);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="delta-sharing-interests-${today}.csv"`,
    );
    const all = await csv('/interests');
    expect(all.headers['content-disposition']).toContain(
      `"pilot-interests-${today}.csv"`,
    );
  });

  it('says of each interest what the list says', async () => {
    const { body } = await portal.as('ana').get(`/interests?target=${orders}`);
    const { rows } = await csv(`/interests?target=${orders}`);
    const { can, version, ...said } = body.items[0];
    expect(rows).toEqual([
      Object.fromEntries(
        Object.entries(said).map(([name, value]) => [
          name,
          value === null ? '' : String(value),
        ]),
      ),
    ]);
    expect(rows[0].createdAt).toBe('2026-02-01T10:00:00.000Z');
  });

  it('has a header where nothing is found', async () => {
    const { text, rows } = await csv('/interests?target=api:default/none');
    expect(rows).toEqual([]);
    expect(text).toMatch(/^id,target,[\w,]+\r\n$/);
  });

  it('holds all pages, and each interest once', async () => {
    await portal.importAll(
      [...Array(999).keys()].map(index => ({
        type: 'interest',
        target: orders,
        author: user(`p${index}`),
        team: team('data'),
        // Many in one instant, which paging by time alone would lose.
        createdAt: `2026-03-0${1 + (index % 2)}T10:00:00Z`,
      })),
    );
    await portal.importAll(
      [...Array(301).keys()].map(index => ({
        type: 'interest',
        target: orders,
        author: user(`q${index}`),
        team: team('data'),
        createdAt: '2026-03-01T10:00:00Z',
      })),
    );
    const { rows } = await csv(`/interests?team=${team('data')}&limit=10`);
    expect(rows).toHaveLength(1300);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1300);
  });

  it('holds nothing that its reader cannot see', async () => {
    portal.catalog.hidden.set(user('cleo'), [sharing]);
    const hiding = await startPortal({
      knex: portal.knex,
      conditional: true,
      catalog: portal.catalog,
    });
    const { text } = await hiding
      .as('cleo')
      .get('/interests')
      .set('accept', 'text/csv')
      .expect(200);
    await hiding.backend.stop();
    expect(text).toContain(orders);
    expect(text).not.toContain('delta-sharing');
  });

  it('refuses before it begins, in the form of all errors', async () => {
    const { body } = await portal
      .as('ana')
      .get('/interests?status=done')
      .set('accept', 'text/csv')
      .expect(400);
    expect(body.error.message).toMatch(/^status: /);
  });

  it('is JSON for whoever takes anything', async () => {
    const response = await portal
      .as('ana')
      .get('/interests?limit=1')
      .set('accept', '*/*')
      .expect(200);
    expect(response.type).toBe('application/json');
    expect(response.headers.vary).toMatch(/accept/i);
  });
});
