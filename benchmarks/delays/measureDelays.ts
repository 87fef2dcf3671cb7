import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathOf } from '../scale/pathOf';
import { RunningWorld } from '../scale/startWorld';
import { Clients } from './Clients';
import { CostlyRequest } from './costlyRequests';

/** Delay that a costly request caused to others. */
export interface Delay {
  readonly name: string;
  /** Milliseconds that it took itself, and what came of it. */
  readonly ms: number;
  readonly bytes: number;
  readonly status: number;
  /** The longest of each cheap request meanwhile, in milliseconds. */
  readonly liveness: number;
  readonly demand: number;
  /** The longest that the process did nothing else. */
  readonly loop: number;
  /** The same in processor time. */
  readonly busy: number;
}

/** Between two cheap requests of one kind. */
const pauseMs = 5;

/** Sends a costly request, and cheap ones as long as it takes. */
export async function measureDelay(
  { world, chosen }: RunningWorld,
  clients: Clients,
  costly: CostlyRequest,
): Promise<Delay> {
  const demandPath = `demand/${pathOf(world.target(chosen.average).ref)}`;
  await clients.longestHold();
  const start = performance.now();
  let ended = false;
  const longest = async (ask: () => Promise<void>) => {
    let most = 0;
    do {
      const begin = performance.now();
      await ask();
      most = Math.max(most, performance.now() - begin);
      await sleep(pauseMs);
    } while (!ended);
    return most;
  };
  const beside = Promise.all([
    longest(() => clients.liveness()),
    longest(async () => {
      await clients.send({ name: 'demand', path: demandPath });
    }),
  ]);
  const { status, bytes } = await clients.send(costly);
  const ms = performance.now() - start;
  ended = true;
  const [liveness, demand] = await beside;
  const { ms: loop, busyMs: busy } = await clients.longestHold();
  return { name: costly.name, ms, bytes, status, liveness, demand, loop, busy };
}
