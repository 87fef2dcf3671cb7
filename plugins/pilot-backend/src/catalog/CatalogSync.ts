import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, RELATION_CHILD_OF } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { projectPilots } from '../demand/projectPilots';
import { pageTargets } from '../store/operations/findTargets';
import { lockTargets } from '../store/operations/lockTargets';
import { readPolicies } from '../store/operations/policies';
import { saveDivision } from '../store/operations/saveFacts';
import { pageTeams, saveTeamPresence } from '../store/operations/teams';
import { Mirror } from './Mirror';

const batch = 500;

/**
 * Looks through the catalog for what the writes did not see: new Pilots,
 * changed owners and implementations, entities and teams that are gone; and
 * lets the phases and levels follow time. One replica at a time.
 */
export class CatalogSync {
  readonly #knex: Knex;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #mirror: Mirror;

  constructor(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    mirror: Mirror;
  }) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#mirror = options.mirror;
  }

  async run(now: Date): Promise<void> {
    await this.#pilots(now);
    await this.#targets(now);
    await this.#teams(now);
    await this.#levels(now);
  }

  async #pilots(now: Date): Promise<void> {
    const stream = this.#catalog.streamEntities(
      { query: { kind: 'pilot' } },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of stream) {
      for (const pilot of page) {
        await this.#mirror.observe(pilot, now);
      }
    }
  }

  async #targets(now: Date): Promise<void> {
    for (let after = 0; ; ) {
      const targets = await pageTargets(this.#knex, { after, limit: batch });
      if (targets.length === 0) {
        return;
      }
      after = targets.at(-1)!.id;
      const entities = await this.#entities(targets.map(({ ref }) => ref));
      for (const [index, entity] of entities.entries()) {
        if (entity) {
          await this.#mirror.observe(entity, now);
        } else if (!targets[index].goneAt) {
          await this.#mirror.observeGone(targets[index].ref, now);
        }
      }
      await this.#divisions(targets);
    }
  }

  /** The group above a target's owner, for lists by division. */
  async #divisions(
    targets: ReadonlyArray<{
      id: number;
      owner: string | null;
      division: string | null;
    }>,
  ): Promise<void> {
    const owners = [
      ...new Set(targets.flatMap(({ owner }) => (owner ? [owner] : []))),
    ];
    const groups = await this.#entities(owners);
    const divisions = new Map(
      owners.map((owner, index) => [
        owner,
        groups[index]?.relations?.find(({ type }) => type === RELATION_CHILD_OF)
          ?.targetRef ?? null,
      ]),
    );
    for (const target of targets) {
      const division = target.owner
        ? divisions.get(target.owner) ?? null
        : null;
      if (division !== target.division) {
        await saveDivision(this.#knex, target.id, division);
      }
    }
  }

  async #teams(now: Date): Promise<void> {
    for (let after = ''; ; ) {
      const teams = await pageTeams(this.#knex, { after, limit: batch });
      if (teams.length === 0) {
        return;
      }
      after = teams.at(-1)!;
      const entities = await this.#entities(teams);
      await saveTeamPresence(
        this.#knex,
        {
          present: teams.filter((_, index) => entities[index]),
          gone: teams.filter((_, index) => !entities[index]),
        },
        now,
      );
    }
  }

  async #levels(now: Date): Promise<void> {
    const policies = await readPolicies(this.#knex);
    for (let after = 0; ; ) {
      const pilots = await pageTargets(this.#knex, {
        after,
        limit: batch,
        kind: 'pilot',
      });
      if (pilots.length === 0) {
        return;
      }
      after = pilots.at(-1)!.id;
      for (const { ref } of pilots) {
        await this.#knex.transaction(async tx => {
          const { targets } = await lockTargets(tx, [ref]);
          await projectPilots(tx, [...targets.values()], policies, now);
        });
      }
    }
  }

  async #entities(refs: readonly string[]): Promise<Array<Entity | undefined>> {
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...refs] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items;
  }
}
