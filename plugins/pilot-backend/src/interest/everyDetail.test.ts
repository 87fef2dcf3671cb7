import {
  dayMs,
  interestDetailsShape,
  isRemovedText,
  RecordInterest,
  StatedDetail,
  statedDetails,
  statedTexts,
  valueOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { parse } from 'csv-parse/sync';
import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

// Adds nothing for a new detail: whatever the schema has is recorded, shown,
// moved to another portal and, where it is a text, forgotten.

jest.setTimeout(300_000);

const team = 'group:default/payments';
const orders = 'api:default/orders';
const daysAgo = (days: number) =>
  new Date(Date.now() - days * dayMs).toISOString();
const isText = (detail: StatedDetail) =>
  statedTexts.some(text => text === detail);

/** Says something of each detail, and nothing that holds anyway. */
const stated = Object.fromEntries(
  statedDetails.map(detail => {
    const value = valueOf(interestDetailsShape[detail]);
    switch (value.type) {
      case 'word':
        return [detail, value.words.at(-1)];
      case 'truth':
        return [detail, true];
      default:
        return [
          detail,
          isText(detail)
            ? `A zebra as ${detail}, in as many words as a use case takes`
            : '2099-03-01',
        ];
    }
  }),
) as Omit<RecordInterest, 'team'>;

const started: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ backend }) => backend.stop()));
});

describe.each(databases.eachSupportedId())('every detail on %s', databaseId => {
  const start = async () => {
    const portal = await startPortal({
      knex: await databases.init(databaseId),
      config: { pilot: { privacy: { retention: '90 days' } } },
      denied: [],
    });
    started.push(portal);
    return portal;
  };
  const listed = async (portal: TestPortal) => {
    const { body } = await portal.as('ana').get('/interests?author=me');
    return body.items;
  };

  it('is recorded, listed, exported and imported', async () => {
    const portal = await start();
    const { interest } = await portal.record('ana', orders, {
      team,
      ...stated,
    });
    expect(interest).toMatchObject(stated);
    expect(await listed(portal)).toEqual([expect.objectContaining(stated)]);
    const { text: csv } = await portal
      .as('ana')
      .get('/interests/csv?author=me')
      .expect(200);
    expect(parse(csv, { columns: true })).toEqual([
      expect.objectContaining(
        Object.fromEntries(
          Object.entries(stated).map(([key, value]) => [key, String(value)]),
        ),
      ),
    ]);

    const { text: lines } = await portal.asService().get('/export').expect(200);
    expect(JSON.parse(lines.split('\n')[0])).toMatchObject(stated);
    const other = await start();
    await other.importAll(
      lines
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    );
    expect(await listed(other)).toEqual([expect.objectContaining(stated)]);
  });

  it('that is a text goes with its author, and after its time', async () => {
    const portal = await start();
    const asked = (name: string) => ({
      ...{ target: orders, team, author: `user:default/${name}` },
    });
    const created = { type: 'interest', createdAt: daysAgo(200), ...stated };
    await portal.importAll([
      { ...asked('ana'), ...created },
      { ...asked('ben'), ...created },
      {
        ...asked('ben'),
        ...{ type: 'status', status: 'withdrawn', by: 'user:default/ben' },
        at: daysAgo(100),
      },
    ]);
    await portal
      .asService()
      .post('/persons/erase')
      .send({ person: 'user:default/ana' })
      .expect(200);
    await portal.runTask('pilot-text-retention');

    const rows = await portal.knex('interest');
    expect(rows).toHaveLength(2);
    const kept = JSON.stringify([rows, await portal.knex('interest_log')]);
    expect(kept).not.toContain('zebra');
    for (const row of rows) {
      const texts = Object.values(row).filter(
        value => typeof value === 'string' && isRemovedText(value),
      );
      expect(texts).toHaveLength(statedTexts.length);
    }
  });
});
