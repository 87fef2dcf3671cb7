import { Knex } from 'knex';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import {
  changeInstants,
  columnsOf,
  datedAhead,
  instants,
  planned,
  writtenAhead,
} from '../__testUtils__/datedAhead';
import { fillTables } from '../__testUtils__/fillTables';
import { startFullWorld } from '../__testUtils__/fullWorld';
import { TestPortal } from '../__testUtils__/testPortal';
import { latestPresent } from '../kernel/clock/isFuture';

jest.setTimeout(300_000);

const tenYears = 3653 * dayMs;
/** Follow from interests, whose dates lead to theirs. */
const computed = ['demand_day', 'team_demand'];

/** Dates everything that is stored ten years on, also within texts. */
async function moveAhead(knex: Knex): Promise<void> {
  const large = [
    ...Object.entries(instants).flatMap(([table, columns]) =>
      columns.map(column => [table, column]),
    ),
    ...Object.keys(planned).map(name => name.split('.')),
  ];
  for (const [table, column] of large) {
    await knex(table)
      .whereNotNull(column)
      .andWhere(column, '>', 0)
      .update({ [column]: knex.raw('?? + ?', [column, tenYears]) });
  }
  for (const [name, type] of await columnsOf(knex)) {
    const [table, column] = name.split('.');
    if (/text/.test(type)) {
      for (const row of await knex(table).whereNotNull(column)) {
        const next = changeInstants(row[column], at => at + tenYears);
        if (next !== row[column]) {
          await knex(table)
            .where({ [column]: row[column] })
            .update({ [column]: next });
        }
      }
    }
  }
  await knex('demand_day').update({ day: knex.raw('day + 3653') });
}

describe.each(databases.eachSupportedId())(
  'wherever a clock that was ahead left its time, on %s',
  databaseId => {
    let portal: TestPortal;
    let knex: Knex;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startFullWorld({ knex });
      await fillTables(knex);
    });
    afterEach(() => portal?.backend.stop());

    const redate = async () => {
      const response = await portal
        .asService()
        .post('/maintenance/redate')
        .send({})
        .expect(200);
      return response.body;
    };

    it('is mended, column by column', async () => {
      const left: string[] = [];
      const unseen: string[] = [];
      for (const [table, columns] of Object.entries(instants)) {
        for (const column of computed.includes(table) ? [] : columns) {
          const rows = await knex(table).select('*');
          expect([table, rows.length]).not.toEqual([table, 0]);
          const ahead = Date.now() + tenYears;
          await knex(table).update({ [column]: ahead });
          const { rows: found } = await redate();
          if (!(found[table] > 0)) {
            unseen.push(`${table}.${column}`);
          }
          left.push(...(await datedAhead(knex, latestPresent(new Date()))));
        }
      }
      expect({ left: [...new Set(left)], unseen }).toEqual({
        ...{ left: [], unseen: [] },
      });
    });

    it('is mended where all of it was written by that clock, in texts too', async () => {
      await moveAhead(knex);
      await redate();
      const soon = new Date(Date.now() + 1000);
      expect(await datedAhead(knex, soon)).toEqual([]);
      // Until when something is to hold; messages say what they were made of.
      expect(
        (await writtenAhead(knex, soon)).filter(
          name => !['readiness_log.payload', 'outbox.payload'].includes(name),
        ),
      ).toEqual([]);
      expect(await redate()).toMatchObject({ rows: {}, targets: 0 });
    });
  },
);
