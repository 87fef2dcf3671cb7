import { Caller } from './Caller';
import { listsOf } from './lists';
import { pathOf } from './pathOf';
import { tableOf } from './report';
import { RunningWorld } from './startWorld';
import { takeTurns, Turn } from './takeTurns';

const often = { warmUp: 15, counted: 60 };
const seldom = { warmUp: 2, counted: 7 };
const team = 'group:default/payments';
const ms = (time: number) => time.toFixed(1);

/** Lists of somebody who sees the whole catalog, and the floor's page of 50 rows. */
export async function measureLists({
  world,
  backend,
}: RunningWorld): Promise<string[]> {
  const ada = await Caller.signIn(backend.url, 'ada');
  const { json } = await ada.call({ path: 'pilot/demand?limit=50' });
  await ada.call({
    method: 'PUT',
    path: 'floor/page/rows',
    body: { count: world.targets, body: JSON.stringify(json.items[0]) },
  });
  const cursor = encodeURIComponent(json.nextCursor);
  const paths = {
    ...listsOf(world),
    'second page': `&cursor=${cursor}`,
    'with curves of 13 weeks': '&weeks=true',
  };
  const floor = 'floor page of 50 rows';
  const get = (path: string): Omit<Turn, 'name'> => ({
    caller: ada,
    call: () => ({ path }),
  });
  const times = await takeTurns(
    [
      { name: floor, ...get('floor/page?kind=component') },
      ...Object.entries(paths).map(([name, query]) => ({
        name,
        ...get(`pilot/demand?limit=50${query}`),
      })),
    ],
    often,
  );
  return tableOf(
    ['List', 'Median ms', 'Times the floor', 'Budget'],
    [...times].map(([name, time]) => [
      name,
      ms(time),
      (time / times.get(floor)!).toFixed(2),
      name === floor || name.includes('weeks') ? '' : '2',
    ]),
  );
}

/** One target in a large portal, in a small one, and the floor's single row. */
export async function measureTargets(
  large: RunningWorld,
  small: RunningWorld,
): Promise<string[]> {
  const turns: Turn[] = [];
  for (const [size, { world, chosen, backend }] of Object.entries({
    large,
    small,
  })) {
    const caller = await Caller.signIn(backend.url, 'priya');
    for (const which of ['average', 'hottest'] as const) {
      const target = pathOf(world.target(chosen[which]).ref);
      const record = (round: number) => ({
        method: 'PUT' as const,
        body: { team, expectedUsage: `round ${round}` },
      });
      turns.push(
        {
          name: `read ${which} ${size}`,
          caller,
          call: () => ({ path: `pilot/demand/${target}` }),
        },
        {
          name: `record ${which} ${size}`,
          caller,
          call: round => ({
            ...record(round),
            path: `pilot/interests/${target}`,
          }),
        },
        {
          name: `read floor ${which} ${size}`,
          caller,
          call: () => ({ path: `floor/row/${target}` }),
        },
        {
          name: `record floor ${which} ${size}`,
          caller,
          call: round => ({ ...record(round), path: `floor/row/${target}` }),
        },
      );
    }
  }
  const times = await takeTurns(turns, often);
  const time = (name: string) => times.get(name)!;
  const rows = ['read', 'record'].flatMap(verb =>
    ['average', 'hottest'].map(which => [
      `${verb}, ${which} target`,
      ms(time(`${verb} ${which} large`)),
      ms(time(`${verb} ${which} small`)),
      (time(`${verb} ${which} large`) / time(`${verb} ${which} small`)).toFixed(
        2,
      ),
      which === 'average' ? '1.2' : '',
      (
        time(`${verb} ${which} large`) / time(`${verb} floor ${which} large`)
      ).toFixed(2),
      verb === 'read' ? '1.5' : '3',
    ]),
  );
  return tableOf(
    [
      'One target',
      'Large, ms',
      'Small, ms',
      'Large to small',
      'Budget',
      'Times the floor',
      'Budget',
    ],
    rows,
  );
}

/** Lists at a past date, and many targets at once. */
export async function measurePast(
  { world, backend }: RunningWorld,
  now: Date,
): Promise<string[]> {
  const caller = await Caller.signIn(backend.url, 'ada');
  const past = new Date(now.getTime() - 150 * 24 * 60 * 60 * 1000);
  const day = past.toISOString().slice(0, 10);
  const noon = `${day}T12:00:00.000Z`;
  const targets = Array.from(
    { length: 500 },
    (_, n) => world.target(Math.floor((n * world.targets) / 500)).ref,
  );
  const byRefs = (body: object) => ({
    method: 'POST' as const,
    path: 'pilot/demand/by-refs',
    body: { targets, ...body },
  });
  const asked: Array<[string, string, Turn['call']]> = [
    [
      'all targets at a past date',
      '1000',
      () => ({ path: `pilot/demand?asOf=${day}` }),
    ],
    [
      'Pilots at a past date',
      '50',
      () => ({ path: `pilot/demand?kind=pilot&asOf=${day}` }),
    ],
    [
      'Pilots at noon of a past day',
      '',
      () => ({ path: `pilot/demand?kind=pilot&asOf=${noon}` }),
    ],
    [
      'all targets at noon of a past day',
      '',
      () => ({ path: `pilot/demand?asOf=${noon}` }),
    ],
    ['500 targets by their refs', '', () => byRefs({})],
    ['the same with 13 weeks', '', () => byRefs({ weeks: true })],
    ['the same at a past date', '', () => byRefs({ asOf: day })],
    ['count of all', '', () => ({ path: 'pilot/demand?total=true' })],
    ['part of a title', '', () => ({ path: 'pilot/demand?q=777' })],
  ];
  const times = await takeTurns(
    asked.map(([name, , call]) => ({ name, caller, call })),
    seldom,
  );
  return tableOf(
    ['Many targets', 'Median ms', 'Budget ms'],
    asked.map(([name, budget]) => [name, ms(times.get(name)!), budget]),
  );
}
