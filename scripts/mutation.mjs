// `npm run mutation`: changes engines and deciders in small ways, and fails where the tables beside them notice too few.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { mutationRooms } from './mutation/mutationRooms.mjs';
import {
  readMutationArguments,
  usage,
} from './mutation/readMutationArguments.mjs';
import { readResult, scoreOf, threshold } from './mutation/readResult.mjs';
import { sentenceOf } from './mutation/sentenceOf.mjs';
import { createScope } from './process/createScope.mjs';
import { PlainError } from './process/PlainError.mjs';
import { runCommand } from './process/runCommand.mjs';
import { startProgram } from './process/startProgram.mjs';
import { stopOnSignal } from './process/stopOnSignal.mjs';
import { projectRoot as root } from './projectRoot.mjs';
import { bootstrap } from './toolchain/bootstrap.mjs';

const page = join(root, 'docs/mutation.md');
const cache = join(root, 'node_modules/.cache/mutation');
const say = text => process.stdout.write(`${text}\n`);

await runCommand(async () => {
  const { help, write, paths, options } = readMutationArguments(
    process.argv.slice(2),
  );
  if (help) {
    say(usage);
    return 0;
  }
  const { node, env } = await bootstrap({ root });
  const scope = createScope();
  stopOnSignal(() => scope.close());
  const results = [];
  try {
    for (const room of mutationRooms(root, paths)) {
      say(`\n== ${room.name} ==`);
      const result = await runRoom(room, { node, env, scope, options });
      results.push(result);
      result.survivors.forEach(survivor => say(sentenceOf(survivor)));
    }
  } finally {
    await scope.close();
  }
  if (write) {
    // Prettier is there only after the packages are.
    const { updatePage } = await import('./mutation/mutationPage.mjs');
    const today = new Date().toISOString().slice(0, 10);
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, updatePage(text, results, today));
  }
  return conclude(results);
});

async function runRoom(room, { node, env, scope, options }) {
  const place = join(cache, room.name.replace('/', '-'));
  const report = `${place}.json`;
  mkdirSync(cache, { recursive: true });
  rmSync(report, { force: true });
  const program = await scope.own(
    startProgram(
      node,
      [
        join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
        'run',
        join(root, 'scripts/mutation/stryker.config.mjs'),
        ...options,
      ],
      {
        cwd: join(root, room.home),
        env: {
          ...env,
          PILOT_MUTATION_ROOM: JSON.stringify({
            files: room.files,
            tests: room.tests,
            report,
            incremental: `${place}.incremental.json`,
          }),
        },
      },
    ),
  );
  const code = await program.exited;
  if (code !== 0 || !existsSync(report)) {
    throw new PlainError(
      `Stryker ended with ${code} in ${room.name}, as said above.`,
    );
  }
  return { ...room, ...readResult(JSON.parse(readFileSync(report, 'utf8'))) };
}

function conclude(results) {
  say('');
  for (const result of results) {
    const { name, noticed, survivors } = result;
    say(
      `${scoreOf(result).toFixed(1)} %  ${name}: ${noticed} of ${
        noticed + survivors.length
      } noticed`,
    );
  }
  const low = results.filter(result => scoreOf(result) < threshold);
  if (low.length === 0) return 0;
  say(
    `\nBelow ${threshold} %: ${low
      .map(({ name }) => name)
      .join(', ')}. Add a named row to the table beside what survived.`,
  );
  return 1;
}
