import { pathOf } from '../scale/pathOf';
import { RunningWorld } from '../scale/startWorld';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

/** A request that reads a lot, as `fetch` takes it. */
export interface CostlyRequest {
  readonly name: string;
  readonly path: string;
  readonly as?: 'service';
  readonly accept?: string;
  readonly body?: object;
  /** JSON lines instead of a body. */
  readonly lines?: readonly object[];
}

/** Everything of the API that reads more than a page. */
export function costlyRequests(
  { world, chosen }: RunningWorld,
  now: Date,
): CostlyRequest[] {
  const past = new Date(now.getTime() - 150 * dayMs).toISOString();
  const day = past.slice(0, 10);
  const noon = `${day}T12:00:00.000Z`;
  const hottest = pathOf(world.target(chosen.hottest).ref);
  const csv = { accept: 'text/csv' };
  const targets = Array.from(
    { length: 500 },
    (_, n) => world.target(Math.floor((n * world.targets) / 500)).ref,
  );
  return [
    { name: 'CSV of all interests', path: 'interests', ...csv },
    { name: 'CSV of all demand', path: 'demand', ...csv },
    { name: 'CSV of all Pilots', path: 'pilots', ...csv },
    {
      name: 'CSV of all demand at a past date',
      path: `demand?asOf=${day}`,
      ...csv,
    },
    { name: 'demand at a past date', path: `demand?asOf=${day}` },
    { name: 'demand at noon of a past day', path: `demand?asOf=${noon}` },
    {
      name: 'the same by growth',
      path: `demand?asOf=${noon}&orderBy=-growth`,
    },
    {
      name: 'Pilots at noon of a past day',
      path: `pilots?asOf=${noon}`,
    },
    {
      name: 'what a team asked for at a past date',
      path: `demand?asOf=${day}&team=group:default/payments`,
    },
    { name: 'history of two years', path: `demand/${hottest}/history?step=2` },
    {
      name: 'demand of one at a past instant',
      path: `demand/${hottest}?asOf=${noon}`,
    },
    {
      name: '500 targets by their refs with 13 weeks',
      path: 'demand/by-refs',
      body: { targets, weeks: true },
    },
    {
      name: 'the same at a past instant',
      path: 'demand/by-refs',
      body: { targets, weeks: true, asOf: noon },
    },
    { name: 'count of all demand', path: 'demand?total=true' },
    { name: 'count of all interests', path: 'interests?total=true' },
    { name: 'part of a title', path: 'demand?q=777' },
    { name: 'fragmentation', path: 'fragmentation' },
    { name: 'what looks alike', path: 'similar?text=streaming%20of%20orders' },
    {
      name: 'preview of a policy for Pilots',
      path: 'policy/preview',
      body: { demand: { halfLifeDays: 60 } },
    },
    {
      name: 'preview of a policy for Components',
      path: 'policy/preview',
      body: { demand: { halfLifeDays: 60 }, kind: 'Component' },
    },
    { name: 'orphans', path: 'orphans', as: 'service' },
    { name: 'export', path: 'export', as: 'service' },
    { name: 'export of everything', path: 'export/everything', as: 'service' },
    {
      name: 'look for dates to come',
      path: 'maintenance/redate',
      as: 'service',
      body: { dryRun: true },
    },
    {
      name: 'comparing 100 targets with their logs',
      path: 'maintenance/check',
      as: 'service',
      body: { limit: 100 },
    },
    {
      name: 'writing 100 targets anew',
      path: 'maintenance/rebuild',
      as: 'service',
      body: { limit: 100 },
    },
    {
      name: 'import of 1,000 lines for 500 targets',
      path: 'import',
      as: 'service',
      lines: [...targets, ...targets].map(lineFor(now)),
    },
  ];
}

/** The same for one target that has a log of 100,000 lines. */
export function requestsOfLongLog(
  { world, chosen }: RunningWorld,
  now: Date,
): CostlyRequest[] {
  const { ref } = world.target(chosen.hottest);
  const past = new Date(now.getTime() - 150 * dayMs + dayMs / 2).toISOString();
  const only = { as: 'service', body: { targets: [ref] } } as const;
  return [
    {
      name: 'long log: writing it anew',
      path: 'maintenance/rebuild',
      ...only,
    },
    {
      name: 'long log: comparing it',
      path: 'maintenance/check',
      ...only,
    },
    {
      name: 'long log: demand at a past instant',
      path: `demand/${pathOf(ref)}?asOf=${past}`,
    },
    {
      name: 'long log: history of two years',
      path: `demand/${pathOf(ref)}/history?step=2`,
    },
    {
      name: 'long log: import of 1,000 lines',
      path: 'import',
      as: 'service',
      lines: Array.from({ length: 1000 }, () => ref).map(lineFor(now)),
    },
  ];
}

/** An interest of somebody who asks for nothing else. */
function lineFor(now: Date) {
  return (target: string, index: number) => ({
    type: 'interest',
    target,
    team: `group:default/importing-${index % 40}`,
    author: `user:default/importing-${index}`,
    useCaseKey: 'default',
    urgency: 'important',
    createdAt: new Date(now.getTime() - (index % 400) * dayMs).toISOString(),
  });
}
