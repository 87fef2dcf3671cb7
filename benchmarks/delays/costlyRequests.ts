import { pathOf } from '../scale/pathOf';
import { RunningWorld } from '../scale/startWorld';

/** A request that reads a lot, as `fetch` takes it. */
export interface CostlyRequest {
  readonly name: string;
  readonly path: string;
  readonly as?: 'service';
  readonly accept?: string;
  readonly body?: object;
}

const dayMs = 24 * 60 * 60 * 1000;

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
  ];
}
