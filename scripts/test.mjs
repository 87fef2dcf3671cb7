// `npm test`: installs what is missing, runs everything, ends with one line that sums it up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWritable } from './portal/checkMachine.mjs';
import { createScope } from './process/createScope.mjs';
import { describeFailure } from './process/runCommand.mjs';
import { stopOnSignal } from './process/stopOnSignal.mjs';
import { projectRoot } from './projectRoot.mjs';
import { parseTestArguments, testUsage } from './suites/parseTestArguments.mjs';
import { runBrowserStories } from './suites/runBrowserStories.mjs';
import { runJest } from './suites/runJest.mjs';
import { runNodeTests } from './suites/runNodeTests.mjs';
import { runPart } from './suites/runPart.mjs';
import { suiteResult, sumLine } from './suites/suiteResult.mjs';
import { bootstrap } from './toolchain/bootstrap.mjs';

const runners = {
  scripts: runNodeTests,
  unit: runJest,
  browser: runBrowserStories,
};
const root = projectRoot;
const scope = createScope();
const results = [];
const say = text => process.stdout.write(`${text}\n`);

let interrupted = false;
stopOnSignal(async signal => {
  interrupted = true;
  await scope.close();
  results.push(suiteResult('everything else', {}, `stopped by ${signal}`));
  conclude();
});
try {
  const { help, chosen, args } = parseTestArguments(process.argv.slice(2));
  if (help) say(testUsage);
  else await runParts(chosen, args);
} catch (error) {
  describeFailure(error);
  results.push(suiteResult('preparation', {}, 'it failed, as said above'));
} finally {
  await scope.close();
}
if (results.length > 0 && !interrupted) conclude();

async function runParts(chosen, args) {
  await checkWritable(root);
  const toolchain = await bootstrap({ root, say });
  const folder = await mkdtemp(join(tmpdir(), 'pilot-test-'));
  await scope.own({
    stop: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  });
  for (const part of chosen) {
    if (interrupted) return;
    const context = {
      root,
      scope,
      say,
      env: process.env,
      toolchain,
      folder,
      args,
    };
    results.push(await runPart(part, runners[part], context));
  }
}

function conclude() {
  say('');
  for (const { name, passed, failed, skipped, problem } of results) {
    say(
      `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped${
        problem ? ` (${problem})` : ''
      }`,
    );
  }
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
  say(`\n${sumLine(results)}`);
}
