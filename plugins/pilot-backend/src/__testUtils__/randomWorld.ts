import { Knex } from 'knex';
import { TextRetention } from '../operating/TextRetention';
import { api, group, pilot } from './testCatalog';
import { startPortal, TestPortal } from './testPortal';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

/** Refs of the targets in a world of random deeds. */
export const randomWorldRefs = [
  ...['pilot:default/lake', 'api:default/feed', 'api:default/copy'],
  'api:default/part',
];
const [lake, feed, copy, part] = randomWorldRefs;
const start = Date.UTC(2026, 0, 5, 9);
const people = ['ana', 'ben', 'cleo'];
const teams = ['payments', 'checkout', 'ads', 'squad', 'crew'];

/** Numbers that look random and are the same for a seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Settings under which the deeds of a random world are allowed. */
export const randomWorldConfig = {
  pilot: {
    decisions: {
      approvers: ['group:default/architects'],
      gates: { 'build-out': { teams: 0, useCases: 0, score: 0 } },
    },
  },
};

/**
 * A portal in which people and scripts did this and that: needs, answers, imports in
 * any order, merges, moves, erasures, texts that were kept long enough, and a clock
 * that was ahead. Several things happen at one instant. What is refused did not happen.
 */
export async function startRandomWorld(options: {
  readonly knex: Knex;
  readonly seed: number;
  readonly setTime: (at: Date) => void;
}): Promise<TestPortal> {
  const { knex, setTime } = options;
  const roll = dice(options.seed);
  const one = <Item>(items: readonly Item[]): Item => items[roll(items.length)];
  let now = start;
  setTime(new Date(now));
  const portal = await startPortal({ knex, config: randomWorldConfig });
  const { catalog } = portal;
  catalog.set(
    pilot('lake', { parts: [part] }),
    ...[api('feed'), api('copy'), api('part', { pilots: [lake] })],
    ...[...teams, 'architects', 'partner-tech'].map(name => group(name)),
  );
  await portal.sync();

  const tried = async (
    answer: PromiseLike<{ status: number; text: string }>,
  ) => {
    const { status, text } = await answer;
    if (status >= 500) {
      throw new Error(`${status}: ${text}`);
    }
  };
  const instant = () => new Date(start + roll(now - start + 1)).toISOString();
  const lines = () =>
    Array.from({ length: 1 + roll(4) }, (_, index) => {
      const about = {
        target: one(randomWorldRefs),
        team: `group:default/${one(teams)}`,
      };
      const author = `user:default/${one([...people, 'eve', 'unknown'])}`;
      const useCaseKey = one(['default', 'second']);
      switch (roll(5)) {
        case 0:
          return {
            ...{ type: 'count', ...about, source: one(['Forum', 'Sheet']) },
            ...{ count: index + roll(9), at: instant() },
          };
        case 1:
        case 2:
          return {
            ...{ type: 'status', ...about, author, useCaseKey },
            status: one(['planned', 'adopted', 'declined', 'withdrawn']),
            ...{ by: 'user:default/dana', at: instant() },
          };
        default:
          return {
            ...{ type: 'interest', ...about, author, useCaseKey },
            ...{ useCase: one(['Weekly', null]), createdAt: instant() },
          };
      }
    });
  const send = (all: readonly object[]) =>
    portal
      .asService()
      .post('/import')
      .type('application/x-ndjson')
      .send(all.map(line => JSON.stringify(line)).join('\n'));
  const anyInterest = async () => {
    const all = await knex('interest').orderBy([
      // Ids are other ones in each run.
      ...['target_id', 'created_at', 'use_case_key', 'team', 'author'],
    ]);
    return all.length > 0 ? one(all) : undefined;
  };
  const nameOf = (author: string) => author.split('/')[1];
  const ask = () =>
    tried(
      portal
        .as(one(people))
        .put(`/interests/${one(randomWorldRefs).replace(':', '/')}`)
        .send({
          team: `group:default/${one(teams)}`,
          useCaseKey: one(['default', 'second']),
          ...(roll(2) && { useCase: one(['Weekly', 'Daily', null]) }),
        }),
    );

  const deeds: ReadonlyArray<() => Promise<unknown>> = [
    ask,
    ask,
    ask,
    async () => {
      const known = await anyInterest();
      if (known) {
        const client = portal.as(nameOf(known.author));
        await tried(
          roll(2)
            ? client.delete(`/interests/${known.id}`)
            : client.post(`/interests/${known.id}/confirm`),
        );
      }
    },
    async () => {
      const known = await anyInterest();
      if (known) {
        await tried(
          portal
            .as('dana')
            .put(`/interests/${known.id}/status`)
            .send({
              status: one(['acknowledged', 'planned', 'adopted', 'declined']),
              ...{ note: 'As said', version: known.version },
            }),
        );
      }
    },
    () => tried(send(lines())),
    async () => {
      // Once more, in two parts and another order.
      const all = lines();
      await tried(send(all));
      await tried(send([...all].reverse().slice(0, 1 + roll(all.length))));
    },
    () =>
      tried(
        portal
          .as('ada.architects')
          .post('/merges')
          .send({
            from: one([feed, copy]),
            into: one([copy, part]),
            reason: 'The same',
          }),
      ),
    async () => {
      const [from, into] = [one(['squad', 'ads']), 'crew'];
      catalog.remove(`group:default/${from}`);
      await tried(
        portal
          .asService()
          .post('/merges/teams')
          .send({
            from: `group:default/${from}`,
            into: `group:default/${into}`,
            reason: 'Renamed',
          }),
      );
    },
    async () => {
      catalog.remove('user:default/eve');
      await tried(
        portal.asService().post('/merges/persons').send({
          from: 'user:default/eve',
          into: 'user:default/cleo',
          reason: 'Renamed',
        }),
      );
    },
    () =>
      tried(
        portal
          .asService()
          .post('/persons/erase')
          .send({ person: `user:default/${one(['ben', 'eve'])}` }),
      ),
    () => new TextRetention({ knex, retentionDays: 20 }).run(new Date(now)),
    async () => {
      setTime(new Date(now + 400 * dayMs));
      await ask();
      await tried(send(lines()));
      setTime(new Date(now));
      await ask();
      await tried(portal.asService().post('/maintenance/redate').send({}));
    },
    () =>
      tried(
        portal
          .as('dana')
          .post('/readiness/pilot/default/lake/attestations')
          .send({
            check: 'headcount.support',
            verdict: one(['pass', 'fail']),
            evidence: 'https://wiki.example.com/support',
          }),
      ),
    () =>
      tried(
        portal
          .as('dana')
          .post('/pilots/default/lake/proposals')
          .send({ to: one(['build-out', 'retired']), reason: 'It is time' }),
      ),
    async () => {
      catalog.set(
        pilot('lake', {
          owner: `group:default/${one(['partner-tech', 'payments'])}`,
          parts: one([[part], [], [part, feed]]),
        }),
      );
      await portal.sync(new Date(now));
    },
  ];
  for (let step = 0; step < 30; step += 1) {
    if (roll(3) > 0) {
      now += roll(12 * dayMs);
      setTime(new Date(now));
    }
    await deeds[roll(deeds.length)]();
  }
  now += dayMs;
  setTime(new Date(now));
  return portal;
}
