import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databases } from '../__testUtils__/databases';
import {
  lake,
  onlyCheck,
  startDecisions,
} from '../__testUtils__/decisionWorld';
import { openapiDocument } from '../app/document';

jest.setTimeout(300_000);

type Method = 'get' | 'put' | 'post' | 'delete';

interface Operation {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly queries: readonly string[];
  /** Its first example, as it is sent. */
  readonly body?: { readonly type: string; readonly text: string };
}

/** Everything that the API describes. */
const operations: Operation[] = Object.entries<Record<string, any>>(
  openapiDocument.paths,
).flatMap(([path, methods]) =>
  Object.entries<any>(methods).map(([method, operation]) => {
    const { parameters = [], requestBody } = operation;
    const [content] = Object.entries<any>(requestBody?.content ?? {});
    const example: any = content && Object.values(content[1].examples)[0];
    return {
      ...{ name: `${method} ${path}`, method: method as Method, path },
      queries: parameters
        .filter((each: any) => each.in === 'query')
        .map((each: any) => each.name),
      body: content && {
        type: content[0],
        text:
          typeof example.value === 'string'
            ? example.value
            : JSON.stringify(example.value),
      },
    };
  }),
);

/** Ids of what is there, and of what is not, or cannot be seen. */
interface Place {
  readonly target: string;
  readonly interest: string;
  readonly dismissal: string;
  readonly proposal: string;
  readonly signed: string;
}

const missing: Place = {
  target: 'pilot:default/none-such',
  interest: 'none-such',
  dismissal: 'none-such',
  proposal: 'none-such',
  signed: 'none-such',
};

/** Picks the id that a path is about. */
const idOf = (path: string, place: Place) =>
  place[
    (
      [
        [/^\/interests/, 'interest'],
        [/dismissals/, 'dismissal'],
        [/proposals/, 'proposal'],
        [/attestations|waivers/, 'signed'],
      ] as const
    ).find(([pattern]) => pattern.test(path))![1]
  ];

function pathTo({ path, queries }: Operation, place: Place): string {
  const [kind, rest] = place.target.split(':');
  const [namespace, name] = rest.split('/');
  const parts: Record<string, string> = { kind, namespace, name };
  const filled = path.replace(/\{(\w+)\}/g, (_, key) =>
    key === 'id' ? idOf(path, place) : parts[key],
  );
  return queries.includes('target')
    ? `${filled}?target=${place.target}`
    : filled;
}

/** An example, said of a place, that what is in force would take. */
const bodyAt = (text: string, { target }: Place) =>
  text
    .replace(/"pilot:default\/[a-z-]+"/g, `"${target}"`)
    .replace(/"check":"[a-z.-]+"/g, `"check":"${onlyCheck}"`);

describe('what exists', () => {
  let world: Awaited<ReturnType<typeof startDecisions>>;
  let there: Place;

  /** May nothing at all. */
  const denied = 'nix.payments';
  /** May everything but administer, and does not see the Pilot. */
  const blind = 'olga';

  beforeAll(async () => {
    world = await startDecisions({
      knex: await databases.init('SQLITE_3'),
      conditional: true,
      decide: (permission, person) =>
        (permission.startsWith('pilot.') &&
          (person === undefined || person === denied)) ||
        (permission === 'pilot.admin' && person === blind)
          ? { result: AuthorizeResult.DENY }
          : undefined,
    });
    const { portal, ask, attest, propose } = world;
    const { interest } = await portal.record('ana', lake, {
      team: 'group:default/payments',
      otherwise: 'build-own',
    });
    await ask('cleo', 'group:default/ads');
    await attest();
    const { body: pilot } = await propose('dana', { to: 'build-out' });
    const dana = portal.as('dana');
    const { body } = await dana.get('/readiness/pilot/default/lake');
    const { body: found } = await dana.get('/fragmentation');
    const { body: dismissed } = await dana
      .post('/fragmentation/dismissals')
      .send({ key: found.groups[0].key, reason: 'Two things' });
    there = {
      target: lake,
      interest: interest.id,
      dismissal: dismissed.id,
      proposal: pilot.proposal.id,
      signed: body.checks[0].attestation,
    };
    portal.catalog.hidden.set(`user:default/${blind}`, [lake]);
  });
  afterAll(() => world?.portal.backend.stop());

  const clients = {
    'a person who may nothing': () => world.portal.as(denied),
    'a service that may nothing': () => world.portal.asService(),
    'a person who does not see it': () => world.portal.as(blind),
  };

  async function answer(
    operation: Operation,
    who: keyof typeof clients,
    place: Place,
    broken = false,
  ): Promise<{ status: number; text: string }> {
    const { method, body } = operation;
    let request = clients[who]()[method](pathTo(operation, place));
    if (body) {
      const text = broken ? '{"broken' : bodyAt(body.text, place);
      request = request.type(body.type).send(text);
    }
    const { status, text } = await request;
    const named = Object.values(place).reduce(
      (all, each) => all.replaceAll(each, '…'),
      text.replaceAll('none-such', '…').replaceAll('default/lake', 'default/…'),
    );
    // Of when it was asked, and of what everybody may know.
    return { status, text: named.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now') };
  }

  it('is there to be told', () => {
    expect(Object.values(there).every(Boolean)).toBe(true);
  });

  describe.each(Object.keys(clients) as Array<keyof typeof clients>)(
    'is not told to %s',
    who => {
      it.each(operations.map(each => [each.name, each] as const))(
        'by %s',
        async (_, operation) => {
          const existing = await answer(operation, who, there);
          expect(existing).toEqual(await answer(operation, who, missing));
        },
      );
    },
  );

  describe('and a body is not read of who may nothing', () => {
    const withBody = operations.filter(({ body }) => body);
    // Of entities that nobody sees, this answers null.
    const open = ['post /readiness/by-refs'];

    it.each(
      withBody
        .filter(({ name }) => !open.includes(name))
        .map(each => [each.name, each] as const),
    )('by %s', async (_, operation) => {
      for (const who of [
        'a person who may nothing',
        'a service that may nothing',
      ] as const) {
        const { status } = await answer(operation, who, there, true);
        expect([who, status]).toEqual([who, 403]);
      }
    });

    it('however large it is', async () => {
      const { status } = await clients['a person who may nothing']()
        .post('/import')
        .type('application/x-ndjson')
        .send('x'.repeat(20_000_001));
      expect(status).toBe(403);
      const larger = await world.portal
        .as('root')
        .post('/import')
        .type('application/x-ndjson')
        .send('x'.repeat(20_000_001));
      expect([larger.status, larger.body.error.message]).toEqual([
        413,
        'body: is too large; send at most 20 MB',
      ]);
    });
  });
});
