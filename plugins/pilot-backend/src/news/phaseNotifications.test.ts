import { mockServices } from '@backstage/backend-test-utils';
import { databases } from '../__testUtils__/databases';
import {
  architects,
  lake,
  lakeWith,
  owner,
  startDecisions,
} from '../__testUtils__/decisionWorld';
import { component } from '../__testUtils__/testCatalog';
import { Message } from '../kernel/announce/Message';
import { phaseFacts } from './phaseFacts';

jest.setTimeout(300_000);

/** The name of what a notification is about tells nothing. */
const opaque = expect.stringMatching(/^[\w-]{22}$/);

type World = Awaited<ReturnType<typeof startDecisions>>;
const minute = 60_000;
const hour = 60 * minute;
const engine = 'component:default/engine';

describe.each(databases.eachSupportedId())('news of phases on %s', id => {
  let world: World;
  let start: number;
  const begin = async (
    options: Omit<Parameters<typeof startDecisions>[0], 'knex'> = {},
  ): Promise<World> => {
    world = await startDecisions({
      knex: await databases.init(id),
      ...options,
      // What it comes to elsewhere is a test of its own.
      pilot: { notifications: { details: 'full' }, ...options.pilot },
    });
    start = Date.now();
    return world;
  };
  afterEach(() => world?.portal.backend.stop());

  /** Sends what is due so long after the beginning; lists it by recipient. */
  const told = async (after: number) => {
    await world.portal.send(new Date(start + after));
    return world.portal.notifications
      .splice(0)
      .filter(({ payload }) =>
        ['phase', 'news', 'decision'].includes(payload.topic!),
      )
      .map(({ recipients, payload }: any) => ({
        to: recipients.entityRef,
        not: recipients.excludeEntityRef,
        ...payload,
      }))
      .sort((a, b) => (a.to < b.to ? -1 : 1));
  };
  const today = () =>
    new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(new Date());

  it('ask the approvers to decide, and tell the owner and all interested what came of it', async () => {
    const { portal, ask, propose, decide } = await begin();
    await ask();
    await ask('cleo', 'group:default/ads');
    // What the owner's own people ask for, they decide themselves.
    await ask('dana', owner);
    await portal.send(new Date(start + 2 * minute));
    portal.notifications.splice(0);
    const { id: proposal } = (
      await propose('dana', { reason: 'Two teams wait\nfor it' })
    ).body.proposal;
    expect(await told(30_000)).toEqual([]);
    expect(await told(3 * minute)).toEqual([
      {
        to: architects,
        not: 'user:default/dana',
        title: 'Decision needed: build out The lake',
        description:
          'dana proposed it: "Two teams wait for it" Nothing is left on the list.',
        link: '/catalog/default/pilot/lake/readiness',
        topic: 'decision',
        scope: opaque,
      },
    ]);
    await decide('ada.architects', proposal, { reason: 'Go' });
    const phase = {
      not: undefined,
      title: 'The lake is now in phase build-out',
      description: `2 teams asked for it, yours on ${today()}. Reason: "Go"`,
      link: '/catalog/default/pilot/lake',
      topic: 'phase',
      scope: opaque,
    };
    // The owner heard of new interest a short time ago.
    expect(await told(6 * minute)).toEqual([
      { to: 'user:default/ana', ...phase },
      { to: 'user:default/cleo', ...phase },
    ]);
    expect(await told(2 * hour)).toEqual([
      {
        to: owner,
        not: 'user:default/ada.architects',
        title: 'Approved: build out The lake',
        description: 'By ada.architects: "Go"',
        link: '/catalog/default/pilot/lake/readiness',
        topic: 'decision',
        scope: opaque,
      },
    ]);
  });

  it('say of a platform what can be done now, and of an ending why', async () => {
    const { ask, move, attest } = await begin({
      entity: lakeWith({
        manualSteps: [
          {
            ...{ id: 'a', title: 'Create a recipient', minutes: 30 },
            automatedBy: 'template:default/create-recipient',
          },
          { id: 'b', title: 'Sign the contract', minutes: 60 },
        ],
      }),
    });
    await ask();
    await attest();
    await move({ to: 'build-out' });
    await move({ to: 'platform' });
    // Two phases within a minute are one notification, of the last.
    const launched = await told(2 * minute);
    expect(
      launched.filter(({ to }) => to === 'user:default/ana'),
    ).toMatchObject([
      {
        title: 'The lake is a platform',
        description: 'You can start now: Create a recipient.',
      },
    ]);
    await move({ to: 'retired' });
    const retired = await told(3 * hour);
    expect(retired.filter(({ to }) => to === 'user:default/ana')).toMatchObject(
      [
        {
          title: 'The lake is retired',
          description:
            'Reason: "Because it is worth it" Tell the owner if you still need it.',
        },
      ],
    );
    await move({ to: 'reopen' });
    const back = await told(6 * hour);
    expect(back.filter(({ to }) => to === 'user:default/ana')).toMatchObject([
      { title: 'The lake is now in phase demand' },
    ]);
  });

  it('are not told of what does not hold any more', async () => {
    const { portal, ask, propose, withdraw, decide, move } = await begin();
    const { interest } = await ask();
    const taken = (await propose('dana', {})).body.proposal.id;
    await withdraw('dana', taken);
    expect(await told(2 * minute)).toEqual([]);

    const decided = (await propose('dana', {})).body.proposal.id;
    await decide('ada.architects', decided, { decision: 'reject' });
    // Decided already: nobody is asked; and of a rejection only the owner hears.
    expect(await told(2 * hour)).toMatchObject([
      { to: owner, title: 'Rejected: build out The lake' },
    ]);
    await move({ to: 'point-solution' });
    await portal.as('ana').delete(`/interests/${interest.id}`).expect(200);
    expect(await told(4 * hour)).toMatchObject([
      { to: owner, title: 'Approved: keep The lake as a point solution' },
    ]);
    expect(await portal.knex('outbox')).toEqual([]);
  });

  it('tell nobody of what they did themselves', async () => {
    const { portal, ask, propose, decide } = await begin();
    await ask();
    // Ada asked for it, too, and decides.
    await ask('ada.architects', architects);
    const { id: proposal } = (await propose('dana', {})).body.proposal;
    await decide('ada.architects', proposal);
    await portal.send(new Date(start + 2 * minute));
    const recipients = portal.notifications
      .splice(0)
      .filter(({ payload }) => payload.topic === 'phase')
      .map(({ recipients: to }: any) => to.entityRef);
    expect(recipients).toEqual(['user:default/ana']);
  });

  it('name what somebody asked for, and not the Pilot behind it', async () => {
    const { portal, ask, move } = await begin({
      entity: {
        ...lakeWith(),
        relations: [
          { type: 'ownedBy', targetRef: owner },
          { type: 'implementedBy', targetRef: engine },
        ],
      },
    });
    portal.catalog.set(component('engine', { pilots: [lake] }));
    await ask();
    await portal.record('cleo', engine, { team: 'group:default/ads' });
    await portal.record('ana', engine, { team: 'group:default/payments' });
    await move({ to: 'build-out', reason: 'A secret of the lake' });
    const news = (await told(2 * minute)).filter(
      ({ topic }) => topic === 'phase',
    );
    expect(news.map(({ to, title }) => [to, title])).toEqual([
      // Who asked for both is told of the Pilot, and once.
      ['user:default/ana', 'The lake is now in phase build-out'],
      [
        'user:default/cleo',
        'The pilot behind The engine is now in phase build-out',
      ],
    ]);
    expect(JSON.stringify(news[1])).not.toMatch(/lake|secret/);
    expect(news[1].link).toBe('/catalog/default/component/engine');
  });

  it('hold no title, team or reason of others where not everybody may read it', async () => {
    const { portal, ask, propose, decide } = await begin({
      pilot: { notifications: { details: 'known' } },
      entity: {
        ...lakeWith(),
        relations: [
          { type: 'ownedBy', targetRef: owner },
          { type: 'implementedBy', targetRef: engine },
        ],
      },
    });
    portal.catalog.set(component('engine', { pilots: [lake] }));
    await ask();
    await portal.record('cleo', engine, { team: 'group:default/ads' });
    const reason = 'A secret of the lake';
    const { id: proposal } = (await propose('dana', { reason })).body.proposal;
    const asked = await told(2 * minute);
    await decide('ada.architects', proposal, { reason });
    const all = [...asked, ...(await told(3 * hour))];
    const description = `You asked for it on ${today()}.`;
    expect(
      all.map(each => [each.to, each.title, each.description, each.link]),
    ).toEqual([
      [
        ...[architects, 'Decision needed'],
        ...['A proposal waits for an approver.', '/pilots/portfolio'],
      ],
      [
        ...[owner, 'Approved: build out The lake'],
        ...[
          'By ada.architects: "A secret of the lake"',
          '/catalog/default/pilot/lake/readiness',
        ],
      ],
      [
        ...['user:default/ana', 'There is news about The lake'],
        ...[description, '/catalog/default/pilot/lake'],
      ],
      [
        ...['user:default/cleo', 'There is news about The engine'],
        ...[description, '/catalog/default/component/engine'],
      ],
    ]);
  });

  it('read as much for many proposals as for one', async () => {
    const { portal, ask, propose, withdraw } = await begin();
    await ask();
    const messages: Message[] = [];
    for (const reason of ['One', 'Two', 'Three']) {
      const { id: subject } = (await propose('dana', { reason })).body.proposal;
      await withdraw('dana', subject);
      messages.push({
        topic: 'decision',
        ...{ recipient: architects, scope: 'x', subject },
        ...{ payload: {}, dueAt: new Date(start) },
      });
    }
    const read = async (about: readonly Message[]) => {
      let queries = 0;
      const count = () => {
        queries += 1;
      };
      portal.knex.on('query', count);
      const facts = await phaseFacts(
        {
          ...{ knex: portal.knex, catalog: portal.catalog.service() },
          ...{ auth: mockServices.auth(), approvers: [architects] },
          details: 'known',
        },
        about,
      );
      portal.knex.off('query', count);
      return { queries, proposals: facts!.proposals };
    };
    const one = await read(messages.slice(0, 1));
    const all = await read(messages);
    expect([...all.proposals.values()].map(each => each.target.ref)).toEqual(
      Array(3).fill(lake),
    );
    expect(all.queries).toBe(one.queries);
  });

  it('name who proposed and decided, and never who asked, where authors are not shown', async () => {
    const { ask, propose, decide, portal } = await begin({
      pilot: {
        privacy: { showAuthors: false },
        notifications: { details: 'full' },
      },
    });
    await ask();
    await ask('dana', 'group:default/partner-tech');
    const { id: proposal } = (await propose('dana', {})).body.proposal;
    const asked = await told(2 * minute);
    await decide('ada.architects', proposal);
    const all = [...asked, ...(await told(3 * hour))];
    expect(all.map(({ description }) => description)).toEqual([
      'dana proposed it: "Because it is worth it" Nothing is left on the list.',
      'By ada.architects: "Because it is worth it"',
      `You asked for it on ${today()}. Reason: "Because it is worth it"`,
    ]);
    expect(portal.notifications).toEqual([]);
  });
});
