import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RunningBackend, startBackend } from './testing';

type Need = {
  user: string;
  team: string;
  target: string;
  useCaseKey: string;
};

const people = [
  { user: 'user:default/priya', team: 'group:default/payments' },
  { user: 'user:default/tomas', team: 'group:default/checkout' },
];
const targets = [
  'pilot:default/delta-sharing',
  'pilot:default/feature-flags',
  'api:default/stock-api',
  'component:default/stock-service',
  'system:default/warehouse',
];
const entityRefs = [...people.flatMap(Object.values), ...targets];
// One use case after the other, so that each stretch of it is about all targets and both teams.
const needs: Need[] = Array.from({ length: 40 }).flatMap((_, i) =>
  targets.flatMap(target =>
    people.map(person => ({ ...person, target, useCaseKey: `case-${i}` })),
  ),
);
const inParallel = 20;
const answersBeforeTheKill = 150;

const keyOf = ({ team, target, useCaseKey }: Omit<Need, 'user'>) =>
  `${team} ${target} ${useCaseKey}`;

/** Calls the API in the names of the people. */
async function signIn({ url }: RunningBackend) {
  const tokens = new Map<string, string>();
  for (const { user } of people) {
    const answer = await fetch(
      `${url}/api/auth/development/refresh?user=${user}`,
    );
    tokens.set(user, (await answer.json()).backstageIdentity.token);
  }
  const call = async (
    user: string,
    path: string,
    init?: { method: string; body: string },
  ) => {
    const answer = await fetch(`${url}/api/${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${tokens.get(user)}`,
        'content-type': 'application/json',
      },
    });
    const body = await answer.json();
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    }
    return { status: answer.status, body };
  };
  return {
    record({ user, team, target, useCaseKey }: Need) {
      const path = `pilot/interests/${target.replace(':', '/')}`;
      const body = JSON.stringify({ team, useCaseKey });
      return call(user, path, { method: 'PUT', body });
    },
    async list(): Promise<Array<Omit<Need, 'user'> & { id: string }>> {
      const found = [];
      let cursor = '';
      do {
        const { body } = await call(
          people[0].user,
          `pilot/interests?limit=200${cursor}`,
        );
        found.push(...body.items);
        cursor = body.nextCursor
          ? `&cursor=${encodeURIComponent(body.nextCursor)}`
          : '';
      } while (cursor);
      return found;
    },
    /** Pairs of team and target, as the catalog relates them in both directions. */
    async related(): Promise<string[]> {
      const pairs = [];
      for (const { user, team } of people) {
        const group = await relationsOf(user, team);
        for (const target of targets) {
          const entity = await relationsOf(user, target);
          if (
            group.includes(`interestedIn ${target}`) &&
            entity.includes(`hasInterestFrom ${team}`)
          ) {
            pairs.push(`${team} ${target}`);
          }
        }
      }
      return pairs;
    },
  };

  async function relationsOf(user: string, ref: string): Promise<string[]> {
    const path = `catalog/entities/by-name/${ref.replace(':', '/')}`;
    const { body } = await call(user, path);
    return (body.relations ?? []).map(
      (relation: { type: string; targetRef: string }) =>
        `${relation.type} ${relation.targetRef}`,
    );
  }
}

describe('a backend that is killed while interest is being recorded', () => {
  let folder: string;
  let backend: RunningBackend | undefined;

  const start = async () => {
    backend = await startBackend({
      entry: join(__dirname, 'index.ts'),
      folder,
      entityRefs,
    });
    return backend;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilot-survival-'));
  });

  afterEach(async () => {
    await backend?.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps what it acknowledged, once each, and the catalog shows it', async () => {
    const first = await start();
    const api = await signIn(first);
    const acknowledged = new Map<string, string>();
    const waiting = [...needs];
    let killed: Promise<void> | undefined;
    const work = async () => {
      for (let need = waiting.shift(); need; need = waiting.shift()) {
        let answer;
        try {
          answer = await api.record(need);
        } catch (error) {
          // Nobody answers once it is killed; before, nothing may fail.
          if (killed) return;
          throw error;
        }
        expect(answer.status).toBe(201);
        acknowledged.set(keyOf(need), answer.body.interest.id);
        if (acknowledged.size === answersBeforeTheKill) {
          killed = first.stop('SIGKILL');
        }
      }
    };
    await Promise.all(Array.from({ length: inParallel }, work));
    await killed;
    expect(acknowledged.size).toBeGreaterThanOrEqual(answersBeforeTheKill);
    expect(acknowledged.size).toBeLessThan(needs.length);

    const again = await signIn(await start());
    const listed = await again.list();
    const keys = listed.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    const ids = new Map(listed.map(item => [keyOf(item), item.id]));
    const lost = [...acknowledged].filter(([key, id]) => ids.get(key) !== id);
    expect(lost).toEqual([]);

    const expected = [...acknowledged.keys()].map(key =>
      key.split(' ').slice(0, 2).join(' '),
    );
    for (;;) {
      const related = new Set(await again.related());
      if (expected.every(pair => related.has(pair))) break;
      await sleep(250);
    }

    const changed = [];
    for (const need of needs) {
      const id = acknowledged.get(keyOf(need));
      const { status, body } = await again.record(need);
      if (id && (status !== 200 || body.interest.id !== id)) {
        changed.push({ need, status, body });
      }
    }
    expect(changed).toEqual([]);
    expect((await again.list()).map(keyOf).sort()).toEqual(
      needs.map(keyOf).sort(),
    );
  }, 600_000);
});
