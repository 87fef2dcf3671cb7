import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startBackend } from '../packages/backend/src/testing';

/** Requests of each kind; they take turns, so that all meet the same noise. */
const rounds = 200;
const target = 'api/default/stock-api';
const pilot = 'pilot/default/delta-sharing';

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

async function main() {
  const postgres = process.env.BENCHMARK_POSTGRES;
  const folder = await mkdtemp(join(tmpdir(), 'pilot-benchmark-'));
  const backend = await startBackend({
    entry: join(__dirname, 'backend.ts'),
    folder,
    database: postgres ? { client: 'pg', connection: postgres } : undefined,
    entityRefs: [
      'pilot:default/delta-sharing',
      'api:default/stock-api',
      'group:default/payments',
      'user:default/priya',
    ],
  });
  try {
    const call = await signIn(backend.url, 'priya');
    // Sees the whole catalog, so that for a list the catalog need not be asked.
    const ada = await signIn(backend.url, 'ada');
    const team = 'group:default/payments';
    const times: Record<string, number[]> = {
      read: [],
      'read floor': [],
      record: [],
      'record floor': [],
      readiness: [],
      'readiness floor': [],
      pilots: [],
      'pilots floor': [],
    };
    // A Pilot is in the list once somebody has looked at it, or minutes after the start.
    const { json: known } = await ada(
      'GET',
      'catalog/entities?filter=kind=pilot&fields=metadata.name',
    );
    for (const { metadata } of known) {
      await ada('GET', `pilot/demand/pilot/default/${metadata.name}`);
    }
    const { json: portfolio } = await ada('GET', 'pilot/pilots?limit=50');
    const shown = portfolio.items.length;
    const body = JSON.stringify(portfolio.items[0]);
    await ada('PUT', 'floor/page/rows', { count: 2000, body });
    for (let round = -20; round < rounds; round++) {
      const each = {
        read: await call('GET', `pilot/demand/${target}`),
        'read floor': await call('GET', `floor/row/${target}`),
        record: await call('PUT', `pilot/interests/${target}`, {
          team,
          // A target that is asked for often, and not one that nobody ever sees.
          useCaseKey: `use-case-${(round + 20) % 40}`,
          expectedUsage: `round ${round}`,
        }),
        'record floor': await call('PUT', `floor/row/${target}`, { team }),
        readiness: await call('GET', `pilot/readiness/${pilot}`),
        'readiness floor': await call('GET', `floor/row/${pilot}`),
        pilots: await ada('GET', 'pilot/pilots?limit=50'),
        'pilots floor': await ada('GET', 'floor/page?kind=pilot'),
      };
      if (round >= 0) {
        for (const [name, { ms }] of Object.entries(each)) {
          times[name].push(ms);
        }
      }
    }

    const clicks: number[] = [];
    for (let click = 0; click < 40; click++) {
      await new Promise(done => setTimeout(done, 300 + Math.random() * 1000));
      const start = performance.now();
      const { json } = await call('PUT', `pilot/interests/${pilot}`, { team });
      for (;;) {
        const entity = await call('GET', `catalog/entities/by-name/${pilot}`);
        const group = await call(
          'GET',
          'catalog/entities/by-name/group/default/payments',
        );
        if (
          has(entity.json, 'hasInterestFrom', team) &&
          has(group.json, 'interestedIn', 'pilot:default/delta-sharing')
        ) {
          break;
        }
        await new Promise(done => setTimeout(done, 20));
      }
      clicks.push(performance.now() - start);
      await call('DELETE', `pilot/interests/${json.interest.id}`);
      for (;;) {
        const entity = await call('GET', `catalog/entities/by-name/${pilot}`);
        if (!has(entity.json, 'hasInterestFrom', team)) {
          break;
        }
        await new Promise(done => setTimeout(done, 50));
      }
    }

    const ratio = (name: string, q: number) =>
      (quantile(times[name], q) / quantile(times[`${name} floor`], q)).toFixed(
        2,
      );
    const lines = [
      `${postgres ? 'PostgreSQL' : 'SQLite'}, ${cpus().length} cores, Node ${
        process.versions.node
      }`,
      ...Object.entries(times).map(
        ([name, values]) =>
          `${name}: median ${quantile(values, 0.5).toFixed(1)} ms`,
      ),
      `read one demand: ${ratio('read', 0.5)} times its floor (budget 1.5)`,
      `record: ${ratio('record', 0.5)} times its floor (budget 3)`,
      `readiness of a Pilot: ${ratio('readiness', 0.5)} times its floor`,
      `portfolio of ${shown} Pilots: ${ratio(
        'pilots',
        0.5,
      )} times a page of 50 rows`,
      `click to relation, ${clicks.length} clicks: median ${seconds(
        clicks,
        0.5,
      )}, 95th percentile ${seconds(clicks, 0.95)} (budget 2 s)`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await backend.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Calls the API in the name of a sample person, and says how long that took. */
async function signIn(url: string, person: string) {
  const answer = await fetch(
    `${url}/api/auth/development/refresh?user=user:default/${person}`,
  );
  const { token } = (await answer.json()).backstageIdentity;
  return async (method: string, path: string, body?: object) => {
    const start = performance.now();
    const response = await fetch(`${url}/api/${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
    });
    const json = await response.json();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${JSON.stringify(json)}`);
    }
    return { ms: performance.now() - start, json };
  };
}

function has(entity: any, type: string, targetRef: string): boolean {
  return (entity.relations ?? []).some(
    (relation: any) =>
      relation.type === type && relation.targetRef === targetRef,
  );
}

function seconds(values: readonly number[], q: number): string {
  return `${(quantile(values, q) / 1000).toFixed(2)} s`;
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
