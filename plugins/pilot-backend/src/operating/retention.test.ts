import { isRemovedText, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const orders = 'api:default/orders';
const payments = 'group:default/payments';
const daysAgo = (days: number) =>
  new Date(Date.now() - days * dayMs).toISOString();
const long = (word: string) =>
  `A ${word} that is described in as many words as it takes`;

const portals: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

const pastOf = (portal: TestPortal) =>
  Promise.all(
    [...Array(20).keys()].map(async index => {
      const day = daysAgo(1 + index * 10).slice(0, 10);
      const { watch, can, ...demand } = await portal.demand(
        'dana',
        orders,
        day,
      );
      return demand;
    }),
  );

it.each(databases.eachSupportedId())(
  'texts that nobody needs any more go after their time on %s, and no score changes',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const portal = await startPortal({
      knex,
      config: { pilot: { privacy: { retention: '90 days' } } },
    });
    portals.push(portal);
    const line = (useCaseKey: string, useCase: string, days: number) => ({
      ...{ type: 'interest', target: orders, team: payments },
      ...{ author: 'user:default/ana', useCaseKey, useCase },
      createdAt: daysAgo(days),
    });
    const withdrawn = (useCaseKey: string, days: number) => ({
      ...{ type: 'status', target: orders, team: payments, useCaseKey },
      ...{ author: 'user:default/ana', by: 'user:default/ana' },
      ...{ status: 'withdrawn', at: daysAgo(days) },
    });
    const lines = [
      line('gone', long('gone zebra'), 200),
      withdrawn('gone', 100),
      line('fresh', long('fresh yak'), 200),
      withdrawn('fresh', 80),
      line('edited', long('replaced zebra'), 200),
      line('edited', long('present yak'), 120),
      line('late', long('lately replaced yak'), 200),
      line('late', long('latest yak'), 30),
    ];
    await portal.importAll(lines);
    const before = await pastOf(portal);
    const everything = async () =>
      JSON.stringify([await knex('interest'), await knex('interest_log')]);
    expect(await everything()).toContain('zebra');

    await portal.runTask('pilot-text-retention');
    const after = await everything();
    expect(after).not.toContain('zebra');
    for (const word of ['fresh', 'present', 'lately replaced', 'latest']) {
      expect(after).toContain(`${word} yak`);
    }
    expect(await pastOf(portal)).toEqual(before);

    // Once more, and an import of the same, bring nothing back.
    await portal.runTask('pilot-text-retention');
    expect(await everything()).toBe(after);
    const again = await portal.import(lines);
    expect([again.failed, again.imported]).toEqual([[], 0]);
    expect(await everything()).not.toContain('zebra');

    // Who asks for it again says anew what for.
    const [{ use_case: kept }] = await knex('interest').where({
      use_case_key: 'gone',
    });
    expect(isRemovedText(kept)).toBe(true);
    const { interest } = await portal.record('ana', orders, {
      team: payments,
      useCaseKey: 'gone',
    });
    expect(interest).toMatchObject({ status: 'open', useCase: null });
  },
);

it('texts are kept where nothing is said', async () => {
  const portal = await startPortal({
    knex: await databases.init('SQLITE_3'),
  });
  portals.push(portal);
  expect(portal.tasks()).not.toContain('pilot-text-retention');
});
