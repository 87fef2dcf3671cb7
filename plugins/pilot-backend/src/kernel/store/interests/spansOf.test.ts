import { databases } from '../../../__testUtils__/databases';
import { spansOf } from './spansOf';

jest.setTimeout(300_000);

it.each(databases.eachSupportedId())(
  'begins each span with a key that is there, however far apart they lie, on %s',
  async id => {
    const knex = await databases.init(id);
    await knex.schema.createTable('thing', table => {
      table.bigInteger('key').primary();
    });
    const keys = [1, 2, 3, 12, 2_000_000_000, 2_000_000_001, 9_000_000_000_000];
    await knex('thing').insert(keys.map(key => ({ key })));
    const spans: unknown[] = [];
    for await (const span of spansOf(knex, 'thing', {
      key: 'key',
      atOnce: 10,
    })) {
      spans.push(span);
    }
    expect(spans).toEqual([
      { from: 1, upTo: 10 },
      { from: 12, upTo: 21 },
      { from: 2_000_000_000, upTo: 2_000_000_009 },
      { from: 9_000_000_000_000, upTo: 9_000_000_000_009 },
    ]);
  },
);
