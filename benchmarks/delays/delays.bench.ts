import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableOf } from '../scale/report';
import { sizes } from '../scale/sizes';
import { startWorld } from '../scale/startWorld';
import { Clients } from './Clients';
import {
  CostlyRequest,
  costlyRequests,
  requestsOfLongLog,
} from './costlyRequests';
import { lengthenLog } from './lengthenLog';
import { Delay, measureDelay } from './measureDelays';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

/** Most milliseconds that a request may take. */
const budgetMs = 100;

const print = (...lines: string[]) =>
  process.stdout.write(`${lines.join('\n')}\n`);

async function main() {
  const postgres = process.env.BENCHMARK_POSTGRES;
  const folder = await mkdtemp(join(tmpdir(), 'pilot-delays-'));
  const now = new Date(Math.floor(Date.now() / dayMs) * dayMs);
  print(
    `${postgres ? 'PostgreSQL' : 'SQLite'}, ${cpus().length} cores, Node ${
      process.versions.node
    }, load ${loadavg()[0].toFixed(1)}`,
  );
  // The catalog's own work on its entities comes every two minutes by default.
  process.env.APP_CONFIG_catalog_processingInterval = '{"hours":24}';
  const world = await startWorld({
    ...{ name: 'large', folder, now, postgres, size: sizes.large },
    entry: join(__dirname, 'backend.ts'),
  });
  try {
    const clients = await Clients.signIn(world.backend.url);
    const nothing = {
      name: 'none: a page of demand',
      path: 'demand?limit=50',
    };
    const delays: Delay[] = [];
    // The first ones compile what all of them run.
    await measureDelay(world, clients, nothing);
    const wanted = new RegExp(process.env.BENCHMARK_ROWS ?? '');
    const measure = async (requests: readonly CostlyRequest[]) => {
      for (const request of requests) {
        delays.push(await measureDelay(world, clients, request));
        process.stderr.write(`${rowOf(delays.at(-1)!).join(', ')}\n`);
      }
    };
    const isWanted = ({ name }: CostlyRequest) => wanted.test(name);
    await measure([nothing, ...costlyRequests(world, now).filter(isWanted)]);
    const ofLongLog = requestsOfLongLog(world, now).filter(isWanted);
    if (ofLongLog.length > 0) {
      await lengthenLog(world, now);
      await measure(ofLongLog);
    }
    print('', ...tableOf(head, delays.map(rowOf)));
    print('', `load at the end: ${loadavg()[0].toFixed(1)}`);
  } finally {
    await world.backend.stop();
    await world.knex.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

const head = [
  'Beside',
  'It took, ms',
  'kB',
  'Status',
  'Liveness, ms',
  'One demand, ms',
  'Hold of the event loop, ms',
  'Of the processor, ms',
];

function rowOf(delay: Delay): string[] {
  const bold = (ms: number) =>
    ms > budgetMs ? `**${ms.toFixed(0)}**` : ms.toFixed(0);
  return [
    delay.name,
    delay.ms.toFixed(0),
    (delay.bytes / 1000).toFixed(0),
    `${delay.status}`,
    bold(delay.liveness),
    bold(delay.demand),
    bold(delay.loop),
    bold(delay.busy),
  ];
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
