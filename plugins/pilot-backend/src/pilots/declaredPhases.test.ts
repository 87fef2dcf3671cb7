import { databases } from '../__testUtils__/databases';
import { decisionsOf, lake, lakeWith } from '../__testUtils__/decisionWorld';
import { pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const annotation = 'pilot-to-platform/declared-phase';

/** A Pilot as the catalog serves it once its row says another phase. */
function overruled(name: string, phase: string) {
  const entity = pilot(name, { phase: 'pilot' });
  return {
    ...entity,
    metadata: { ...entity.metadata, annotations: { [annotation]: phase } },
  };
}

describe.each(databases.eachSupportedId())('declared phases on %s', id => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      config: {
        pilot: {
          decisions: {
            allowDeclared: false,
            approvers: ['group:default/architects'],
            gates: { 'build-out': { teams: 0, useCases: 0, score: 0 } },
          },
        },
      },
    });
    portal.catalog.set(
      lakeWith({}, 'platform'),
      pilot('plain', { phase: 'demand' }),
      pilot('odd', { phase: 'no-such-phase' }),
    );
  });
  afterAll(() => portal?.backend.stop());

  const adopt = async () =>
    (await portal.as('sam').post('/pilots/declared-phases').expect(200)).body
      .adopted;
  const phaseOf = async (name: string) => {
    const { body } = await portal
      .as('cleo')
      .get(`/pilots/default/${name}`)
      .expect(200);
    return [body.phase, body.phaseFrom];
  };

  it('are not believed, and adopted once when asked for', async () => {
    const started = Date.now();
    await portal.sync(new Date(), false);
    expect(await phaseOf('lake')).toEqual(['pilot', 'derived']);
    // The catalog shows by now what holds, and keeps what was declared.
    portal.catalog.set(overruled('lake', 'platform'));
    const asked = await Promise.all([adopt(), adopt()]);
    expect(asked.flat()).toEqual([{ target: lake, phase: 'platform' }]);
    expect(await phaseOf('lake')).toEqual(['platform', 'declared']);
    expect(await adopt()).toEqual([]);
    expect(await phaseOf('plain')).toEqual(['pilot', 'derived']);
    expect(await phaseOf('odd')).toEqual(['pilot', 'derived']);

    const entries = (await portal.log(lake)).filter(
      ({ type }) => type === 'phase',
    );
    expect(
      entries.map(({ actor, payload }) => [actor, JSON.parse(payload)]),
    ).toEqual([['user:default/sam', { phase: 'platform', declared: true }]]);
    const { items } = (await decisionsOf(portal).decisions()) as any;
    expect(items).toMatchObject([
      { type: 'declared', to: 'platform', by: 'user:default/sam' },
    ]);
    expect(Date.parse(items[0].at)).toBeGreaterThanOrEqual(started);
    // What came before is as it was.
    const { body } = await portal
      .as('cleo')
      .get('/pilots?asOf=2026-01-01&q=lake')
      .expect(200);
    expect(body.items.map(({ phase }: any) => phase)).not.toContain('platform');
  });

  it('of a Pilot that was decided or taken back are not adopted', async () => {
    await decisionsOf(portal).move({ to: 'reopen' });
    expect(await phaseOf('lake')).toEqual(['pilot', 'derived']);
    expect(await adopt()).toEqual([]);
    expect(await phaseOf('lake')).toEqual(['pilot', 'derived']);
  });
});
