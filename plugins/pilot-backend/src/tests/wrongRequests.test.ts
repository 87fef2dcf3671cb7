import { databases } from '../__testUtils__/databases';
import { startDecisions } from '../__testUtils__/decisionWorld';
import { openapiDocument } from '../openapi/document';

jest.setTimeout(300_000);

interface Parameter {
  readonly name: string;
  readonly example: unknown;
  readonly schema: Record<string, any>;
}

/** Every parameter of a query that the API describes. */
const parameters = Object.entries<Record<string, any>>(
  openapiDocument.paths,
).flatMap(([path, methods]) =>
  Object.values<any>(methods).flatMap(({ parameters: of = [] }) =>
    of
      .filter((each: any) => each.in === 'query')
      .map((each: Parameter) => [path, each.name, each] as const),
  ),
);

const isRef = (value: unknown) => /^[a-z]+:[a-z]+\//.test(String(value));

/** Values that are wrong for a parameter, whatever is there. */
function wrongFor({ name, example, schema }: Parameter): string[] {
  const { type, enum: values, minimum, maximum } = schema.items ?? schema;
  const [shown] = [example].flat();
  if (values) {
    return ['nonsense', ''];
  }
  if (type === 'integer' || type === 'number') {
    return ['many', '', String(minimum - 1), String(maximum + 1)];
  }
  if (type === 'boolean') {
    return ['maybe', '1', ''];
  }
  if (isRef(shown)) {
    return ['🚀', 'group:a:b/c', '', 'api:default/'];
  }
  if (/^\d{4}-/.test(String(shown))) {
    return ['yesterday', '2026-02-30', '2026-1-1'];
  }
  return name === 'cursor' ? ['abc', ''] : ['', 'x'.repeat(5000)];
}

/** What an example names need not be in this portal, and a cursor is of one list. */
const takenAs: Record<string, readonly number[]> = {
  target: [200, 404],
  cursor: [400],
};

/** The part of a message after "such as". */
const exampleIn = (message: string) =>
  /such as (.+?)(?: or a time |$)/.exec(message)?.[1];

/** Every operation that takes a body, and what it takes. */
const bodies = Object.entries<Record<string, any>>(
  openapiDocument.paths,
).flatMap(([path, methods]) =>
  Object.entries<any>(methods).flatMap(([method, { requestBody, responses }]) =>
    requestBody
      ? [
          {
            ...{ path, responses },
            method: method as 'post' | 'put',
            type: Object.keys(requestBody.content)[0],
          },
        ]
      : [],
  ),
);

const fill = (path: string) =>
  path
    .replace('{kind}', 'pilot')
    .replace('{namespace}', 'default')
    .replace('{name}', 'lake')
    .replace('{id}', 'some-id');

describe('a wrong request', () => {
  let world: Awaited<ReturnType<typeof startDecisions>>;

  beforeAll(async () => {
    world = await startDecisions({ knex: await databases.init('SQLITE_3') });
    await world.ask();
    await world.attest();
  });
  afterAll(() => world?.portal.backend.stop());

  it.each(parameters)(
    'to %s?%s= is explained',
    async (path, name, parameter) => {
      const filled = fill(path);
      const administrator = world.portal.as('root');
      for (const wrong of wrongFor(parameter)) {
        const query = `${name}=${encodeURIComponent(wrong)}`;
        const { status, body } = await administrator.get(`${filled}?${query}`);
        expect([wrong, status]).toEqual([wrong, 400]);
        const { message } = body.error;
        expect(message).toMatch(new RegExp(`^${name}: `));
        expect(message).not.toMatch(/body|undefined|\[object/);
        expect(message).toMatch(/such as \S|ask for the first page again$/);
        // What it shows as right is of the right kind, and taken.
        const example = exampleIn(message);
        const [shown] = [parameter.example].flat();
        expect([message, isRef(example)]).toEqual([message, isRef(shown)]);
        const needed =
          path === '/similar' && name !== 'capability'
            ? '&capability=data-sharing'
            : '';
        const right = `${filled}?${name}=${encodeURIComponent(
          String(example),
        )}${needed}`;
        const answer = await administrator.get(right);
        expect(takenAs[name] ?? [200]).toContain(answer.status);
      }
    },
  );

  it.each(bodies.map(each => [each.method, each.path, each] as const))(
    '%s %s takes no other body, nor a larger one',
    async (method, path, { type, responses }) => {
      // Approves and owns.
      const send = (as: string, text: string) =>
        (path === '/import'
          ? world.portal.asService()
          : world.portal.as('olga'))
          [method](fill(path))
          .type(as)
          .send(text);
      const other = await send('text/plain', '{"team":"payments"}');
      expect([other.status, other.body.error.message]).toEqual([
        415,
        `body: must be ${
          type === 'application/json' ? 'JSON' : 'JSON lines'
        }; send it with the header "Content-Type: ${type}", not "text/plain"`,
      ]);
      // What is read as it comes may be as long as it is.
      const isStreamed = path === '/import/everything';
      const most = path === '/import' ? 20_000_000 : 1_000_000;
      const large = await send(type, `"${'x'.repeat(most)}"`);
      expect([large.status, large.body.error.message]).toEqual([
        isStreamed ? 400 : 413,
        expect.stringMatching(
          isStreamed
            ? /^line 1: must be /
            : /^body: is too large; send at most (100 kB|1 MB|20 MB)$/,
        ),
      ]);
      expect(Object.keys(responses)).toEqual(
        expect.arrayContaining(isStreamed ? ['415'] : ['413', '415']),
      );
    },
  );

  it.each(
    bodies
      .filter(({ type }) => type === 'application/json')
      .map(each => [each.method, each.path] as const),
  )('%s %s explains its body in words of the API', async (method, path) => {
    const { status, body } = await world.portal
      .as('root')
      [method](fill(path))
      .send({ nonsense: 1 });
    expect([status, body.error.message]).toEqual([
      400,
      expect.not.stringMatching(/required property|additional properties/),
    ]);
  });
});
