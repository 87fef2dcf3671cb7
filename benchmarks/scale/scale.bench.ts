import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Caller } from './Caller';
import { compareReplay } from './compareReplay';
import { measureLists, measurePast, measureTargets } from './measure';
import { plansOf } from './plans';
import { tableOf } from './report';
import { sizes } from './sizes';
import { RunningWorld, startWorld } from './startWorld';
import { measureUpkeep } from './upkeep';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

const print = (...lines: string[]) =>
  process.stdout.write(`${lines.join('\n')}\n`);

async function main() {
  const postgres = process.env.BENCHMARK_POSTGRES;
  const folder = await mkdtemp(join(tmpdir(), 'pilot-scale-'));
  // The same for all runs of a day, so that what was filled can be used again.
  const now = new Date(Math.floor(Date.now() / dayMs) * dayMs);
  const running: RunningWorld[] = [];
  const start = async (name: keyof typeof sizes) => {
    const begin = performance.now();
    const world = await startWorld({
      ...{ name, folder, now, postgres },
      size: sizes[name],
    });
    running.push(world);
    print(`${name}: ready after ${seconds(performance.now() - begin)}`);
    return world;
  };
  try {
    print(
      `${postgres ? 'PostgreSQL' : 'SQLite'}, ${cpus().length} cores, Node ${
        process.versions.node
      }`,
    );
    const large = await start('large');
    const small = await start('small');
    for (const world of [large, small]) {
      const ada = await Caller.signIn(world.backend.url, 'ada');
      const alike = await compareReplay(world, ada, now);
      print(`${alike} targets answer what a replay of their logs does`);
    }
    const plans = await plansOf(large.knex, large.world);
    print('', ...tableOf(['List', 'Index'], [...plans]));
    print('', ...(await measureLists(large)));
    print('', ...(await measureTargets(large, small)));
    print('', ...(await measurePast(large, now)));
    await Promise.all(running.map(({ backend }) => backend.stop()));
    const passes = await measureUpkeep(large.knex, new Date());
    print(
      '',
      ...tableOf(
        ['Pass over everything', 'Seconds', 'Rows written'],
        passes.map(({ name, seconds: took, rows }) => [
          name,
          took.toFixed(1),
          `${rows}`,
        ]),
      ),
    );
  } finally {
    for (const { backend, knex } of running) {
      await backend.stop();
      await knex.destroy();
    }
    await rm(folder, { recursive: true, force: true });
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
