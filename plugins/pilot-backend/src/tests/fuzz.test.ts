import { AuthorizeResult } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { openapiDocument } from '../app/document';

jest.setTimeout(300_000);

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: Record<string, any>;
}

interface Operation {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Bodies that the document shows. */
  readonly bodies: readonly unknown[];
}

/** Everything that the API describes. */
const operations: Operation[] = Object.entries<Record<string, any>>(
  openapiDocument.paths,
).flatMap(([path, methods]) =>
  Object.entries<any>(methods).map(([method, { parameters, requestBody }]) => ({
    method: method as Operation['method'],
    path,
    parameters: parameters ?? [],
    bodies: Object.values<any>(requestBody?.content ?? {}).flatMap(
      ({ examples }) => Object.values<any>(examples).map(({ value }) => value),
    ),
  })),
);

/** Sees neither the component nor, therefore, that anybody asks for it. */
const blind = 'hal.payments';
const hidden = 'component:default/share-server';
const onlyThere = 'group:default/vault';

const refs = [
  'pilot:default/delta-sharing',
  'component:default/share-server',
  'api:default/orders',
  'API:Default/Nowhere',
  'group:default/payments',
  'user:default/ana',
];

/** Values that people and programs send and nobody expects. */
const odd = fc.oneof(
  fc.constantFrom(
    ...refs,
    '\u0000',
    'a\u0000b',
    '%',
    '_\\',
    `' or 1=1 --`,
    '\u202e',
    '👩‍💻'.repeat(20),
    'İSTANBUL',
    '__proto__',
    'NaN',
    '-1',
    '1e400',
    '0000-01-01',
    '9999-12-31',
    '9999-12-31T23:59:59.999-23:59',
    '2026-02-30',
    'x'.repeat(600),
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Mostly what a schema asks for, and its limits. */
function ofSchema(schema: Record<string, any>): fc.Arbitrary<string> {
  if (schema.enum) {
    return fc.constantFrom<string>(...schema.enum);
  }
  switch (schema.type) {
    case 'integer':
    case 'number':
      return fc.constantFrom(
        ...[schema.minimum, schema.maximum, 7, -1, 0].map(String),
      );
    case 'boolean':
      return fc.constantFrom('true', 'false');
    default:
      return fc.constantFrom(
        ...refs,
        'me',
        'pilot',
        'default',
        '2026-11-20',
        '0000-01-01',
        '9999-12-31',
        '2199-01-01T00:00:00+02:00',
      );
  }
}

function queryOf({ parameters }: Operation): fc.Arbitrary<string> {
  const one = ({ name, schema }: Parameter) => {
    const item = schema.type === 'array' ? schema.items : schema;
    return fc
      .array(fc.oneof({ weight: 5, arbitrary: ofSchema(item) }, odd), {
        minLength: 1,
        maxLength: schema.type === 'array' ? 60 : 1,
        size: 'small',
      })
      .map(values =>
        values.map(value => `${name}=${encodeURIComponent(value)}`).join('&'),
      );
  };
  const queries = parameters.filter(each => each.in === 'query');
  return fc
    .subarray(queries)
    .chain(some => fc.tuple(...some.map(one)))
    .map(parts => parts.join('&'));
}

function pathOf(operation: Operation): fc.Arbitrary<string> {
  const target = fc.constantFrom(...refs).map(ref => ref.split(/[:/]/));
  return fc
    .tuple(target, odd, fc.uuid(), fc.integer({ min: 0, max: 9 }))
    .map(([[kind, namespace, name], strange, id, dice]) =>
      operation.path
        .replace('{kind}', kind)
        .replace('{namespace}', namespace)
        .replace('{name}', dice === 0 ? encodeURIComponent(strange) : name)
        .replace('{id}', dice === 1 ? encodeURIComponent(strange) : id),
    );
}

/** A body of the document with some of its fields put wrong. */
function bodyOf({ bodies }: Operation): fc.Arbitrary<unknown> {
  if (bodies.length === 0) {
    return fc.constant(undefined);
  }
  const wrong = fc.oneof(
    odd,
    fc.constantFrom<unknown>(null, 0, -1, 1e308, true, [], {}, [null]),
    fc.constantFrom(...refs).map(ref => [ref, ref]),
  );
  return fc
    .tuple(
      fc.constantFrom(...bodies),
      fc.dictionary(fc.nat(9).map(String), wrong, { maxKeys: 2 }),
    )
    .map(([body, changes]) => {
      if (typeof body === 'string') {
        return body + Object.values(changes).map(String).join('\n');
      }
      const result = { ...(body as object) } as Record<string, unknown>;
      const fields = Object.keys(result);
      for (const [at, value] of Object.entries(changes)) {
        result[fields[Number(at) % fields.length]] = value;
      }
      return result;
    });
}

const calls = fc.constantFrom(...operations).chain(operation =>
  fc.record({
    method: fc.constant(operation.method),
    path: pathOf(operation),
    query: queryOf(operation),
    body: bodyOf(operation),
    person: fc.constantFrom('ana', 'dana', 'ada.architects', blind),
    accept: fc.constantFrom('application/json', 'text/csv'),
  }),
);

describe.each(databases.eachSupportedId())('strange requests on %s', id => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      conditional: true,
      decide: (permission, person) =>
        permission === 'pilot.admin' && person === blind
          ? { result: AuthorizeResult.DENY }
          : undefined,
      config: {
        pilot: { decisions: { approvers: ['group:default/architects'] } },
      },
    });
    portal.catalog.hidden.set(`user:default/${blind}`, [hidden]);
    const team = 'group:default/payments';
    await portal.record('ana', 'pilot:default/delta-sharing', { team });
    await portal.record('zoe.vault', hidden, {
      team: onlyThere,
      otherwise: 'build-own',
    });
    await portal.record('ana', 'api:default/orders', {
      team,
      otherwise: 'build-own',
    });
  });
  afterAll(() => portal?.backend.stop());

  it('are answered or refused, never fail, and bring out nothing hidden', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async call => {
        const { method, path, query, body, person, accept } = call;
        const isLines = typeof body === 'string';
        const client = isLines ? portal.asService() : portal.as(person);
        let request = client[method](query ? `${path}?${query}` : path);
        request = request.set('accept', accept);
        if (body !== undefined) {
          request = isLines
            ? request.type('application/x-ndjson').send(body)
            : request.send(body as object);
        }
        const { status, text } = await request;
        const sent = decodeURIComponent(path + query) + JSON.stringify(body);
        const told = ['share-server', 'vault'].filter(
          word => text.includes(word) && !sent.includes(word),
        );
        const mayBeTold = person !== blind || isLines;
        expect({
          text,
          fails: status >= 500,
          told: mayBeTold ? [] : told,
        }).toEqual({ text, fails: false, told: [] });
      }),
      {
        numRuns: 600,
        seed: 20261121,
      },
    );
  });
});
