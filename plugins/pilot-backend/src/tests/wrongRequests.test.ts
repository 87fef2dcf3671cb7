import { databases } from '../__testUtils__/databases';
import { startDecisions } from '../__testUtils__/decisionWorld';
import { openapiDocument } from '../app/document';

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
    const limits = [String(minimum - 1), String(maximum + 1)];
    return ['many', '', ...limits, '1e400', '-1e400', 'Infinity'];
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

/** Statuses for examples: their target may not exist, a cursor is of one list. */
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
            /** The first body that the document shows. */
            shown: Object.values<any>(
              Object.values<any>(requestBody.content)[0].examples,
            )[0].value,
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

  it.each(parameters)(
    'to %s is told that %s is lower-case',
    async (path, name) => {
      const upper = name.toLocaleUpperCase('en-US');
      const { status, body } = await world.portal
        .as('root')
        .get(`${fill(path)}?${upper}=1`);
      expect([status, body.error.message.split('; ').at(-1)]).toEqual([
        400,
        `did you mean ${name}?`,
      ]);
    },
  );

  it('to a history of many centuries says which day is early enough', async () => {
    const { status, body } = await world.portal
      .as('root')
      .get('/demand/pilot/default/lake/history?from=0001-01-01&to=2026-11-20');
    expect([status, body.error.message]).toEqual([
      400,
      'from: must be at most 146400 days before to, such as 1626-01-21',
    ]);
  });

  it.each(bodies.map(each => [each.method, each.path, each] as const))(
    '%s %s says how a body has to be written',
    async (method, path, { type, shown }) => {
      const packed = (encoding: string) => ({ 'content-encoding': encoding });
      const klingon = { 'content-type': `${type}; charset=klingon` };
      const what = Array.isArray(shown) ? 'list' : 'object';
      const other = what === 'list' ? '{}' : '[]';
      const rows: Array<[string, Record<string, string>, number, RegExp]> =
        path === '/import/everything'
          ? [['{}', packed('zip'), 415, /^body: must not be packed; /]]
          : [
              ['{}', packed('zip'), 415, /^body: must be plain, or packed /],
              ['{}', packed('gzip'), 400, /^body: is not packed as the /],
              ['{}', klingon, 415, /^body: must be UTF-8; /],
            ];
      if (type === 'application/json') {
        const noJson = new RegExp(`^body: is not a JSON ${what}$`);
        rows.push(['{"a":', {}, 400, noJson], ['null', {}, 400, noJson]);
        rows.push([other, {}, 400, new RegExp(`: must be one JSON ${what}$`)]);
      }
      for (const [text, headers, expected, message] of rows) {
        const { status, body } = await (path === '/import'
          ? world.portal.asService()
          : world.portal.as('root'))
          [method](fill(path))
          .set({ 'content-type': type, ...headers })
          .send(text);
        expect([text, headers, status, body.error?.message]).toEqual([
          ...[text, headers, expected],
          expect.stringMatching(message),
        ]);
      }
    },
  );

  it.each(
    bodies
      .filter(({ type }) => type === 'application/json')
      .map(each => [each.method, each.path, each] as const),
  )(
    '%s %s says in its own words what a field must be',
    async (method, path, { shown }) => {
      const wrong = [null, 7, -1, 1e308, 0.5, true, [], {}, '', 'x', [[]]];
      const [item] = [shown].flat();
      for (const field of Object.keys(item)) {
        for (const value of [...wrong, 'x'.repeat(9000), Array(999).fill('')]) {
          const sent = { ...item, [field]: value };
          const { status, body } = await world.portal
            .as('root')
            [method](fill(path))
            .send(Array.isArray(shown) ? [sent] : sent);
          const { message = '' } = body.error ?? {};
          expect([field, value, status < 500, message]).toEqual([
            field,
            value,
            true,
            expect.not.stringMatching(
              /Too (?:big|small)|Invalid|[Ee]xpected|Unrecognized|undefined/,
            ),
          ]);
        }
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
