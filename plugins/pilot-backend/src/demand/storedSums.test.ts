import {
  defaultDemandPolicy,
  DemandPolicy,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { api, component, pilot } from '../__testUtils__/testCatalog';
import { pathOf, startPortal, TestPortal } from '../__testUtils__/testPortal';
import { fingerprintOf } from '../kernel/config/demandPolicy';
import { decidePolicy } from './decidePolicy';
import { putPolicyInForce } from '../kernel/store/policies/putPolicyInForce';

jest.setTimeout(300_000);

const runs = 20;
const targets = [
  'pilot:default/whole',
  'api:default/part',
  'component:default/other',
];
const people = ['p.a', 'q.a', 'r.b', 's.c', 't.d'];
const teamOf = (person: string) => `group:default/${person.split('.')[1]}`;
const owners = ['a', 'b', 'z'].map(name => `group:default/${name}`);

const details = fc.record(
  {
    urgency: fc.constantFrom('nice-to-have', 'important', 'critical'),
    useCase: fc.constantFrom(
      null,
      'Weekly sales extracts for forty partners, no files by mail.',
    ),
    alternative: fc.constantFrom(null, 'A script of ours'),
    contribute: fc.boolean(),
  },
  { requiredKeys: [] },
);
const where = {
  person: fc.constantFrom(...people),
  target: fc.constantFrom(...targets),
  useCaseKey: fc.constantFrom('default', 'second'),
};

/** Everything that can change what a demand is. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ ...where, record: details }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...where,
      act: fc.constantFrom('withdraw', 'confirm'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...where,
      importedDaysAgo: fc.integer({ min: 1, max: 200 }),
      status: fc.constantFrom(null, 'adopted', 'declined', 'planned'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      target: where.target,
      owner: fc.constantFrom(...owners, 'user:default/p.a'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ parts: fc.subarray(targets.slice(1)) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      target: fc.constantFrom(...targets.slice(1)),
      names: fc.constantFrom('', 'whole', 'pilot:default/another'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      policy: fc.constantFrom<Partial<DemandPolicy>>(
        { halfLifeDays: 30 },
        {
          weights: { number: 0.2, breadth: 0.2, specific: 0.6 },
          // What is kept of a team depends on it.
          specificity: {
            useCase: 0.1,
            alternative: 0.1,
            neededBy: 0,
            expectedUsage: 0,
            contribute: 0.8,
          },
        },
        {},
      ),
      /** Not yet where false: then some sums are of an older policy. */
      recomputed: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ sweep: true as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

/** A portal with one Pilot and what may implement it, and what is done to it. */
class World {
  readonly owners = new Map<string, string>(
    targets.map(target => [target, 'group:default/z']),
  );
  readonly names = new Map<string, string>();
  parts: readonly string[] = [];
  policyDaysAgo = 100;
  constructor(readonly portal: TestPortal, readonly knex: Knex) {}

  async publish(): Promise<void> {
    const [whole, part, other] = targets;
    const name = (ref: string) => ref.split('/')[1];
    const owner = (ref: string) => this.owners.get(ref)!;
    const factsOf = (ref: string) => ({
      owner: owner(ref),
      pilots: this.parts.includes(ref) ? [whole] : [],
      names: this.names.get(ref) ?? '',
    });
    this.portal.catalog.set(
      pilot(name(whole), { owner: owner(whole), parts: [...this.parts] }),
      api(name(part), factsOf(part)),
      component(name(other), factsOf(other)),
    );
    await this.portal.sync();
  }

  async take(each: Step): Promise<void> {
    if ('record' in each) {
      await this.portal
        .as(each.person)
        .put(`/interests/${pathOf(each.target)}`)
        .send({
          team: teamOf(each.person),
          useCaseKey: each.useCaseKey,
          ...each.record,
        });
    } else if ('act' in each) {
      await this.#act(each);
    } else if ('importedDaysAgo' in each) {
      await this.#import(each);
    } else if ('owner' in each) {
      this.owners.set(each.target, each.owner);
      await this.publish();
    } else if ('names' in each) {
      this.names.set(each.target, each.names);
      await this.publish();
    } else if ('parts' in each) {
      this.parts = each.parts;
      await this.publish();
    } else if ('policy' in each) {
      const policy = { ...defaultDemandPolicy, ...each.policy };
      const fingerprint = fingerprintOf(policy);
      // In force for some days that were computed under the one before.
      this.policyDaysAgo -= 2;
      const since = new Date(Date.now() - this.policyDaysAgo * dayMs);
      const configured = { policy, fingerprint };
      await putPolicyInForce(this.knex, configured, () => since, decidePolicy);
      if (each.recomputed) {
        await this.portal.recompute();
      }
    } else {
      await this.portal.sweep();
    }
  }

  async #act({
    person,
    target,
    act,
  }: Extract<Step, { act: string }>): Promise<void> {
    const { body } = await this.portal
      .as(person)
      .get(`/interests?author=me&target=${target}`);
    const [interest] = body.items;
    if (interest && act === 'withdraw') {
      await this.portal.as(person).delete(`/interests/${interest.id}`);
    } else if (interest) {
      await this.portal.as(person).post(`/interests/${interest.id}/confirm`);
    }
  }

  async #import(
    each: Extract<Step, { importedDaysAgo: number }>,
  ): Promise<void> {
    const { target, person, useCaseKey, status } = each;
    const at = (days: number) =>
      new Date(Date.now() - days * dayMs).toISOString();
    const key = {
      target,
      author: `user:default/${person}`,
      team: teamOf(person),
      useCaseKey,
    };
    const created = at(each.importedDaysAgo);
    await this.portal.import([
      { type: 'interest', ...key, createdAt: created },
      ...(status
        ? [
            {
              type: 'status',
              ...key,
              status,
              by: 'user:default/dana',
              at: at(each.importedDaysAgo / 2),
            },
          ]
        : []),
    ]);
  }
}

const shown = (demand: any) => ({
  level: demand.level,
  counts: demand.counts,
  rollUp: demand.rollUp,
  unconfirmed: demand.unconfirmed,
  trend: demand.trend,
  policy: demand.policy,
});

describe.each(databases.eachSupportedId())('stored sums on %s', databaseId => {
  /** Compares stored sums with a replay, at the end for every week. */
  async function check(portal: TestPortal, isEnd: boolean): Promise<void> {
    const { body: stored } = await portal
      .asService()
      .post('/maintenance/check')
      .send({})
      .expect(200);
    expect(stored).toMatchObject({ different: [], notReplayable: [] });
    const { body } = await portal
      .as('sam')
      .post('/demand/by-refs')
      .send({ targets, weeks: true })
      .expect(200);
    for (const item of body.items) {
      const replayed = await portal.demand('sam', item.target, item.asOf);
      expect(shown(item)).toEqual(shown(replayed));
      for (const key of ['score', 'number', 'breadth', 'specific']) {
        expect(item[key]).toBeCloseTo(replayed[key], 9);
      }
      const now = await portal.demand('sam', item.target);
      const teams = (demand: any) =>
        Object.fromEntries(
          demand.teams.map((team: any) => [
            team.team,
            [team.interests, team.adopter],
          ]),
        );
      expect(shown(now)).toEqual(shown(replayed));
      expect(teams(now)).toEqual(teams(replayed));
      const weeks = isEnd ? [...item.weeks].reverse() : [];
      for (const [back, score] of weeks.entries()) {
        const day = Math.floor(Date.parse(item.asOf) / dayMs) - back * 7;
        const endOfThatDay = new Date((day + 1) * dayMs - 1).toISOString();
        const then = await portal.demand(
          'sam',
          item.target,
          back === 0 ? item.asOf : endOfThatDay,
        );
        expect(score).toBeCloseTo(then.score, 9);
      }
    }
  }

  it('are what a replay gives, now and in the past, whatever happens', async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 22 }),
        async steps => {
          const knex = await databases.init(databaseId);
          const portal = await startPortal({ knex });
          try {
            await knex('policy').update({ since: 0 });
            const world = new World(portal, knex);
            await world.publish();
            for (const [index, each] of steps.entries()) {
              await world.take(each);
              const isEnd = index === steps.length - 1;
              if (index % 4 === 3 || isEnd) {
                await check(portal, isEnd);
              }
            }
          } finally {
            await portal.backend.stop();
          }
        },
      ),
      { numRuns: runs, seed: 20_261_121, endOnFailure: true },
    );
  });
});
