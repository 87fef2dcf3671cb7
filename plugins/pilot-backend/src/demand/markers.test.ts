import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { pilotInterestConditions } from '../kernel/access/interestRules';

jest.setTimeout(300_000);

const lake = 'pilot:default/lake';
const engine = 'component:default/engine';
const payments = 'group:default/payments';
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const adoptedInPart = ago(20);
const adoptedItself = ago(10);

/** Ben reads what is in components of storage, and his own. */
const onlyOfStorage: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'pilot',
  resourceType: 'pilot-interest',
  conditions: pilotInterestConditions.ownsTarget({
    ownerRefs: ['group:default/storage'],
  }),
};

describe.each(databases.eachSupportedId())('adoptions on %s', databaseId => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      conditional: true,
      decide: (permission, person) =>
        permission === 'pilot.interest.read' && person === 'ben'
          ? onlyOfStorage
          : undefined,
    });
    portal.catalog.set(
      pilot('lake', { owner: 'group:default/data', parts: [engine] }),
      component('engine', { owner: 'group:default/storage', pilots: [lake] }),
    );
    portal.catalog.hidden.set('user:default/sam', [engine]);
    portal.catalog.hidden.set('user:default/ben', [engine]);
    const key = (target: string) => ({
      target,
      team: payments,
      author: 'user:default/ana',
      useCaseKey: 'extracts',
    });
    const adopted = (target: string, at: string) => ({
      type: 'status',
      ...key(target),
      status: 'adopted',
      by: 'user:default/dana',
      at,
    });
    await portal.importAll([
      { type: 'interest', ...key(engine), createdAt: ago(40) },
      { type: 'interest', ...key(lake), createdAt: ago(30) },
      adopted(engine, adoptedInPart),
      adopted(lake, adoptedItself),
    ]);
  });
  afterAll(() => portal?.backend.stop());

  const adoptions = async (person: string, query = '') => {
    const { body } = await portal
      .as(person)
      .get(`/demand/pilot/default/lake/history${query}`)
      .expect(200);
    return body.markers.filter(
      ({ type }: { type: string }) => type === 'adoption',
    );
  };
  const adoption = (at: string) => ({ type: 'adoption', at, team: payments });

  it('are marked once for each team, at the first', async () => {
    expect(await adoptions('ana')).toEqual([adoption(adoptedInPart)]);
    const later = `?from=${ago(15).slice(0, 10)}`;
    expect(await adoptions('ana', later)).toEqual([]);
  });

  it('are the first that one can see, where one is hidden', async () => {
    expect(await adoptions('sam')).toEqual([adoption(adoptedItself)]);
  });

  it('name no team that is known only from what is hidden', async () => {
    expect(await adoptions('ben')).toEqual([]);
  });
});
