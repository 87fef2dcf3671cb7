import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleInterest } from '../../examples/interest/sampleInterest.mjs';
import { PlainError } from '../process/PlainError.mjs';
import { callBackend } from './callBackend.mjs';
import { loadReadiness } from './loadReadiness.mjs';

const batchSize = 1000;
const catalogLimitMilliseconds = 20 * 60 * 1000;

/**
 * Loads a year of sample interest through the import, and then what the sample people say of readiness and
 * decide, once per data folder. The date of the first start is kept beside the data, so that a start that was
 * interrupted is repeated with the same.
 */
export async function loadSamples({ settings, say, now }) {
  const file = join(settings.dataFolder, 'samples.json');
  let state = readState(file) ?? { firstStart: now.toISOString() };
  const firstStart = new Date(state.firstStart);
  if (!state.loaded) {
    await writeState(file, state);
    await loadInterest({ settings, say, firstStart });
    state = { ...state, loaded: true };
    await writeState(file, state);
  }
  // Later than the interest, which data of an earlier version have already.
  if (!state.readiness) {
    const requests = await loadReadiness({ settings, firstStart });
    await writeState(file, { ...state, readiness: true });
    say(`Loaded ${requests} answers and decisions of the sample people`);
  }
}

async function loadInterest({ settings, say, firstStart }) {
  const lines = sampleInterest(firstStart);
  say('Waiting for the catalog to know the sample organisation');
  await waitForEntities(refsOf(lines), settings);
  for (let start = 0; start < lines.length; start += batchSize) {
    await importLines(lines.slice(start, start + batchSize), settings);
  }
  say(`Loaded ${lines.length} lines of sample interest`);
}

function readState(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

// In one step, so that a start that is killed meanwhile leaves the file of before and no half of the next.
async function writeState(file, state) {
  await writeFile(`${file}.new`, JSON.stringify(state));
  await rename(`${file}.new`, file);
}

function refsOf(lines) {
  const refs = lines
    .map(line => JSON.parse(line))
    .flatMap(({ target, team, author }) => [target, team, author]);
  return [...new Set(refs)];
}

async function waitForEntities(refs, settings) {
  const limit = Date.now() + catalogLimitMilliseconds;
  let missing = refs;
  while (missing.length > 0) {
    const { items } = await callBackend(settings.backendAddress, {
      path: '/api/catalog/entities/by-refs',
      token: settings.token,
      body: { entityRefs: missing, fields: ['kind'] },
    });
    missing = missing.filter((_, index) => !items[index]);
    if (Date.now() > limit) {
      throw new PlainError(
        `The catalog does not know ${missing
          .slice(0, 3)
          .join(', ')} of the samples: portal.log in ${
          settings.dataFolder
        } says why.`,
      );
    }
    if (missing.length > 0) await sleep(500);
  }
}

async function importLines(lines, settings) {
  const { failed } = await callBackend(settings.backendAddress, {
    path: '/api/pilot/import',
    token: settings.token,
    type: 'application/x-ndjson',
    body: `${lines.join('\n')}\n`,
  });
  if (failed.length > 0) {
    const [{ line, message }] = failed;
    throw new Error(
      `${failed.length} lines of sample interest were refused, the first one (${line}): ${message}`,
    );
  }
}
