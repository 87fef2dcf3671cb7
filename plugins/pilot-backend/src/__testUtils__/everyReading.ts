import { TestPortal } from './testPortal';

const refs = ['pilot:default/lake', 'pilot:default/pond'];
const targets = { targets: refs };

/** Everything that can be read of all of the full world, and what it is about. */
const lists: ReadonlyArray<
  readonly [method: 'get' | 'post', path: string, body?: object]
> = [
  ['get', '/pilots'],
  ['get', '/pilots?limit=1'],
  ['get', '/demand?kind=pilot&weeks=true'],
  ['get', '/demand?kind=pilot&limit=1'],
  ['get', `/demand?kind=pilot&asOf=${new Date(Date.now() - 1).toISOString()}`],
  ['get', '/interests'],
  ['get', '/interests?author=me'],
  ['get', '/fragmentation'],
  ['get', '/orphans'],
  ['get', '/policy'],
  ['get', '/export'],
  ['get', '/internal/projection'],
  ['get', '/similar?target=pilot:default/pond'],
  ['post', '/demand/by-refs', targets],
  ['post', '/readiness/by-refs', targets],
  ['post', '/policy/preview', { demand: {}, kind: 'pilot' }],
];

/** Everything that can be read of one of its Pilots. */
const pages = (name: string) => [
  `/demand/pilot/default/${name}`,
  `/demand/pilot/default/${name}?asOf=${new Date(
    Date.now() - 1,
  ).toISOString()}`,
  `/demand/pilot/default/${name}/history`,
  `/pilots/default/${name}`,
  `/pilots/default/${name}/decisions`,
  `/pilots/default/${name}/adoption`,
  `/readiness/pilot/default/${name}`,
  `/readiness/pilot/default/${name}/log`,
];

/** Reads every list and every page of the Pilot `pond`: path and status. */
export async function readEverything(
  portal: TestPortal,
  names: readonly string[] = ['pond'],
): Promise<Array<readonly [string, number]>> {
  const answers: Array<readonly [string, number]> = [];
  const calls = [
    ...lists,
    ...names.flatMap(pages).map(path => ['get', path] as const),
  ];
  for (const [method, path, body] of calls) {
    const client = /^\/(export|orphans|internal)/.test(path)
      ? portal.asService(
          path.startsWith('/internal') ? 'plugin:catalog' : undefined,
        )
      : portal.as('ana');
    const { status } = await client[method](path).send(body);
    answers.push([path, status]);
  }
  return answers;
}
