import { decisionTopic, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { lake, lakeWith, startDecisions } from '../__testUtils__/decisionWorld';

jest.setTimeout(300_000);

type World = Awaited<ReturnType<typeof startDecisions>>;
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();

describe.each(databases.eachSupportedId())('a decided phase on %s', id => {
  let world: World;
  const begin = async (
    options: Omit<Parameters<typeof startDecisions>[0], 'knex'> = {},
  ): Promise<World> => {
    world = await startDecisions({
      knex: await databases.init(id),
      ...options,
    });
    return world;
  };
  afterEach(() => world?.portal.backend.stop());

  const phases = async () => {
    const { body } = await world.portal
      .as('cleo')
      .get('/demand/pilot/default/lake/history')
      .expect(200);
    return body.markers
      .filter(({ type }: any) => type === 'phase')
      .map(({ type, at, ...marker }: any) => marker);
  };
  const imported = (days: number) =>
    world.portal.importAll([
      {
        ...{ type: 'interest', target: lake, team: 'group:default/payments' },
        ...{
          author: 'user:default/ana',
          useCaseKey: 'x',
          createdAt: ago(days),
        },
      },
    ]);

  it('is marked in the history beside those that demand derives', async () => {
    const { move } = await begin();
    await imported(30);
    expect(await phases()).toEqual([{ phase: 'demand' }]);
    await move({ to: 'point-solution' });
    await move({ to: 'reopen' });
    expect(await phases()).toEqual([
      { phase: 'demand' },
      { phase: 'point-solution', decided: true },
      { phase: 'demand', decided: true },
    ]);
  });

  it('is told from one that the catalog declared', async () => {
    const { move } = await begin({ entity: lakeWith({}, 'build-out') });
    await imported(30);
    await move({ to: 'retired' });
    expect(await phases()).toEqual([
      { phase: 'build-out', declared: true },
      { phase: 'retired', decided: true },
    ]);
  });

  it('holds in lists of a past date from its decision on, until it is taken back', async () => {
    const { portal, move } = await begin();
    await imported(30);
    const phaseAt = async (asOf: string) => {
      const { body } = await portal
        .as('cleo')
        .get(`/pilots?asOf=${encodeURIComponent(asOf)}&q=lake`)
        .expect(200);
      return body.items[0].phase;
    };
    const times: string[] = [];
    const note = () => times.push(new Date(Date.now() + 1).toISOString());
    const pause = () => new Promise(resolve => setTimeout(resolve, 5));
    await move({ to: 'build-out' });
    note();
    await pause();
    await move({ to: 'reopen' });
    note();
    await pause();
    expect(await phaseAt(ago(40))).toBe('pilot');
    expect(await phaseAt(ago(10))).toBe('demand');
    expect(await phaseAt(times[0])).toBe('build-out');
    expect(await phaseAt(times[1])).toBe('demand');
  });

  it('begins with its decision, and a derived one again with the reopening', async () => {
    const { move, see } = await begin();
    await imported(30);
    const before = await see();
    expect(before.phaseSince.slice(0, 10)).toBe(ago(30).slice(0, 10));
    await move({ to: 'build-out' });
    const { phaseSince: decided } = await see();
    expect(Date.parse(decided)).toBeGreaterThan(Date.now() - 60_000);
    // What is imported of earlier does not move it.
    await world.portal.importAll([
      {
        ...{ type: 'interest', target: lake, team: 'group:default/ads' },
        ...{ author: 'user:default/cleo', useCaseKey: 'x', createdAt: ago(50) },
      },
    ]);
    expect((await see()).phaseSince).toBe(decided);
    await move({ to: 'reopen' });
    const { phase, phaseSince: reopened } = await see();
    expect(phase).toBe('demand');
    await world.portal.importAll([
      {
        ...{ type: 'interest', target: lake, team: 'group:default/fraud' },
        ...{ author: 'user:default/fay', useCaseKey: 'x', createdAt: ago(60) },
      },
    ]);
    expect((await see()).phaseSince).toBe(reopened);
    const sums = await world.portal.demand('cleo', lake);
    const replayed = await world.portal.demand('cleo', lake, sums.asOf);
    expect(replayed.score).toBeCloseTo(sums.score, 9);
  });

  it('is told to other backends, open pages, the catalog, metrics and nobody else', async () => {
    const { portal, ask, propose, decide, withdraw } = await begin();
    await ask();
    const feed = async () => {
      const { body } = await portal
        .asService('plugin:catalog')
        .get('/internal/projection')
        .expect(200);
      return body.changes.find(({ target }: any) => target === lake);
    };
    const before = (await feed()).seq;
    const taken = (await propose('dana', {})).body.proposal.id;
    await withdraw('dana', taken);
    const made = (await propose('dana', {})).body.proposal.id;
    portal.signals.splice(0);
    const { body } = await decide('ada.architects', made);
    const after = await feed();
    expect(after).toMatchObject({ phase: 'build-out' });
    expect(after.seq).toBeGreaterThan(before);
    const events = portal.published
      .filter(({ topic }) => topic === decisionTopic)
      .map(({ eventPayload }) => eventPayload);
    const common = {
      ...{ target: lake, from: 'demand', to: 'build-out' },
      at: expect.any(String),
    };
    expect(events).toEqual([
      { type: 'proposed', proposal: taken, phase: 'demand', ...common },
      { type: 'withdrawn', proposal: taken, phase: 'demand', ...common },
      { type: 'proposed', proposal: made, phase: 'demand', ...common },
      { type: 'approved', proposal: made, phase: 'build-out', ...common },
    ]);
    expect(JSON.stringify(events)).not.toContain('user:');
    expect(portal.signals).toMatchObject([
      { channel: 'pilot:changes', message: { watch: [body.watch] } },
    ]);
    expect(
      portal.metrics
        .of('pilot.decision.recorded')
        .map(({ attributes }) => attributes),
    ).toEqual([
      { type: 'proposed', to: 'build-out' },
      { type: 'withdrawn', to: 'build-out' },
      { type: 'proposed', to: 'build-out' },
      { type: 'approved', to: 'build-out' },
    ]);
  });
});
