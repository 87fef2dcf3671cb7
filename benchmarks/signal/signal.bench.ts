import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkEngine } from './checkEngine';
import { compareWorlds } from './compareWorlds';
import { checkKendallTau } from './kendall';
import { reportOf } from './report';
import { searchPolicies } from './searchPolicies';
import { drawnWorld, namedWorlds } from './worlds';

const seeds = 200;

async function main() {
  checkKendallTau();
  checkEngine();
  const worlds = [...namedWorlds, drawnWorld];
  const outcomes = compareWorlds(worlds, seeds);
  const found = searchPolicies({
    organisations: 400,
    candidates: 1000,
    worlds: namedWorlds,
    seeds: 40,
  });
  const page = reportOf(outcomes, seeds, found);
  await writeFile(join(__dirname, 'results.md'), page);
  process.stdout.write(page);
}

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
