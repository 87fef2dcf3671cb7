import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { recommendations } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import {
  halfBlind,
  halfBlindRef,
  halfBlindWorld,
  HalfBlindWorld,
} from '../__testUtils__/halfBlindWorlds';
import { group } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { openapiDocument } from '../openapi/document';

jest.setTimeout(300_000);

/** Worlds of which lists tell; the pages of one world are asked for in turns. */
const worldCount = Number(process.env.PILOT_WORLDS ?? 24);
const perPortal = 8;
/** The pages of a world are asked for in one of so many others. */
const turns = 5;
const now = new Date('2026-11-20T12:00:00Z');
const architects = 'group:default/architects';

/** Every path that can be read, of the document, so that none is forgotten. */
const paths = Object.entries<Record<string, any>>(openapiDocument.paths)
  .filter(([, methods]) => methods.get)
  .map(([path]) => path);

const orders = (of: readonly string[]) =>
  of.flatMap(each => [`orderBy=${each}`, `orderBy=-${each}`]);
/** What lists are asked for, beside everything. */
const queries: Readonly<Record<string, readonly string[]>> = {
  '/interests': ['author=me', 'limit=60&total=true', 'team=group:payments'],
  '/demand': [
    'limit=60&total=true',
    'asOf=2026-10-01&limit=70&total=true',
    'team=group:secret-1&total=true',
    'team=group:ads&asOf=2026-10-01',
    'q=share&total=true',
    'minScore=10&total=true&weeks=true',
    ...orders(['score', 'title', 'teams']),
  ],
  '/pilots': [
    'limit=60&total=true',
    'expiring=false',
    'expiring=true',
    'proposed=true',
    'asOf=2026-10-01',
    ...recommendations.map(code => `recommended=${code}&total=true`),
    'orderBy=readiness&limit=60',
    'orderBy=-readiness',
  ],
  '/fragmentation': ['dismissed=true'],
  '/similar': [
    'title=share+lake&limit=10',
    'text=stream+index',
    'capability=x',
  ],
};
/** What is asked of one of the refs of a world. */
const queriesOf: Readonly<Record<string, (ref: string) => string>> = {
  '/similar': ref => `target=${ref}&limit=10`,
  '/fragmentation': ref => `target=${ref}`,
  '/interests': ref => `target=${ref}&total=true`,
};

/**
 * The read calls of some worlds: every list, and of each world some of its pages,
 * so that every page is asked of every kind of ref in many worlds.
 */
function callsOf(worlds: readonly HalfBlindWorld[]): string[] {
  const pages = paths.flatMap(path => {
    const queryOf = queriesOf[path];
    if (!path.includes('{') && !queryOf) {
      return [];
    }
    const urlOf = (ref: string) => {
      const [kind, namespace, name] = ref.split(/[:/]/);
      return path.includes('{')
        ? path
            .replace('{kind}', kind)
            .replace('{namespace}', namespace)
            .replace('{name}', name)
        : `${path}?${queryOf(ref)}`;
    };
    const isFor = (ref: string) =>
      !path.startsWith('/pilots/') || ref.startsWith('pilot:');
    return [{ isFor, urlOf }];
  });
  const lists = paths
    .filter(path => !path.includes('{'))
    .flatMap(path => [
      path,
      ...(queries[path] ?? []).map(query => `${path}?${query}`),
    ]);
  let turn = 0;
  return [
    ...lists,
    ...worlds.flatMap(({ refs }, index) =>
      pages
        .filter((_, at) => at % turns === index % turns)
        .map(({ isFor, urlOf }) => {
          const fitting = refs.filter(isFor);
          turn += 1;
          return urlOf(fitting[turn % fitting.length]);
        }),
    ),
  ];
}

/** Bytes with the ids that a portal draws, and its secrets, made equal. */
function comparable(text: string): string {
  const known = new Map<string, number>();
  return text
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\b/g, id => {
      known.set(id, known.get(id) ?? known.size);
      return `id-${known.get(id)}`;
    })
    .replace(/"watch":"[^"]+"/g, '"watch":"…"')
    .replace(/"key":"[0-9a-f]{32}"/g, '"key":"…"')
    .replace(/"nextCursor":"[^"]+"/g, '"nextCursor":"…"');
}

interface Half {
  readonly portal: TestPortal;
  readonly registry: MockActionsRegistry;
  readonly worlds: readonly HalfBlindWorld[];
}

async function startHalf(seeds: readonly number[], which: number) {
  const registry = actionsRegistryServiceMock();
  const portal = await startPortal({
    knex: await databases.init('SQLITE_3'),
    conditional: true,
    decide: (permission, person) =>
      permission === 'pilot.admin' && person !== undefined
        ? { result: AuthorizeResult.DENY }
        : undefined,
    config: { pilot: { decisions: { approvers: [architects] } } },
    features: [
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => registry,
      }),
    ],
  });
  const worlds = seeds.map(seed => halfBlindWorld(seed, which));
  const hidden = worlds.flatMap(each => each.hidden);
  portal.catalog.set(
    ...['stores', 'search', 'mobile', 'architects'].map(name => group(name)),
    ...Array.from({ length: 10 }, (_, index) => group(`secret-${index}`)),
    ...worlds.flatMap(each => each.seen),
    ...hidden,
  );
  portal.catalog.hidden.set(halfBlindRef, [
    ...hidden.map(stringifyEntityRef),
    ...Array.from(
      { length: 10 },
      (_, index) => `group:default/secret-${index}`,
    ),
  ]);
  await portal.importAll(worlds.flatMap(each => each.lines));
  await portal.importAll(worlds.flatMap(each => each.hiddenLines));
  await portal.sync();
  await portal.sweep();
  await portal.runTask('pilot-readiness-collect');
  return { portal, registry, worlds };
}

/** A page after the other, as a caller reads a list. */
async function answersTo({ portal }: Half, call: string): Promise<string[]> {
  const answers: string[] = [];
  let cursor: string | undefined;
  do {
    const next = cursor && `${call.includes('?') ? '&' : '?'}cursor=${cursor}`;
    const { status, text, body } = await portal
      .as(halfBlind)
      .get(`${call}${next ?? ''}`);
    answers.push(`${status} ${comparable(text)}`);
    cursor = body.nextCursor;
  } while (cursor && answers.length < 100);
  return answers;
}

const actions: Array<[string, (refs: readonly string[]) => object]> = [
  ['get-demand', ([target]) => ({ target })],
  ['explain-demand', ([target]) => ({ target })],
  ['get-pilot', ([target]) => ({ target })],
  ['get-readiness', ([target]) => ({ target })],
  ['get-adoption', ([target]) => ({ target })],
  ['list-decisions', ([target]) => ({ target })],
  ['find-similar', ([target]) => ({ target })],
];

describe('two portals that differ in what somebody cannot see', () => {
  beforeAll(() => {
    jest.useFakeTimers({
      now,
      doNotFake: [
        ...(['nextTick', 'setImmediate', 'clearImmediate'] as const),
        ...(['setTimeout', 'clearTimeout', 'setInterval'] as const),
        ...(['clearInterval', 'queueMicrotask', 'performance'] as const),
        'hrtime',
      ],
    });
  });
  afterAll(() => jest.useRealTimers());

  const rounds = Array.from(
    { length: Math.ceil(worldCount / perPortal) },
    (_, round) => round * perPortal,
  );
  it.each(rounds)('answer them the same, from world %i on', async first => {
    const seeds = Array.from({ length: perPortal }, (_, i) => first + i);
    const halves = [await startHalf(seeds, 0), await startHalf(seeds, 1)];
    try {
      const different: unknown[] = [];
      for (const call of callsOf(halves[0].worlds)) {
        const [a, b] = await Promise.all(
          halves.map(half => answersTo(half, call)),
        );
        if (a.join('\n') !== b.join('\n')) {
          different.push([
            call,
            ...firstDifference(a.join('\n'), b.join('\n')),
          ]);
        }
      }
      for (const [index, { refs }] of halves[0].worlds.entries()) {
        const [name, inputOf] = actions[index % actions.length];
        const [a, b] = await Promise.all(
          halves.map(({ registry }) => invoke(registry, name, inputOf(refs))),
        );
        if (a !== b) {
          different.push([name, refs[0], ...firstDifference(a, b)]);
        }
      }
      expect(different.slice(0, 10)).toEqual([]);
    } finally {
      await Promise.all(halves.map(({ portal }) => portal.backend.stop()));
    }
  });
});

async function invoke(
  registry: MockActionsRegistry,
  name: string,
  input: object,
): Promise<string> {
  try {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: input as any,
      credentials: mockCredentials.user(halfBlindRef),
    });
    return comparable(JSON.stringify(output));
  } catch (error) {
    return comparable(String(error));
  }
}

/** What each of two texts says where they part. */
function firstDifference(a: string, b: string): [string, string] {
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at += 1;
  }
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return [around(a), around(b)];
}
