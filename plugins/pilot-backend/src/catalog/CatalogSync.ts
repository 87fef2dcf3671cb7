import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { latestPresent } from '../isFuture';
import { InterestImporter } from '../service/InterestImporter';
import { Clock } from '../store/Clock';
import { pageTargets } from '../store/operations/findTargets';
import { forgetRequests } from '../store/operations/requests';
import { saveMissing } from '../store/operations/saveFacts';
import { pageTeams, saveTeamPresence } from '../store/operations/teams';
import { StoredTarget } from '../store/rows';
import { UnreadableRowError } from '../store/UnreadableRowError';
import { Mirror } from './Mirror';
import { saveDivisions } from './saveDivisions';

const batch = 500;
const requestsKeptMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Looks through the catalog for what the writes did not see: new Pilots,
 * changed owners and implementations, entities and teams that are gone. One
 * replica at a time. Gone is what is missing twice in a row: a catalog that is
 * just being rebuilt lacks everything.
 */
export class CatalogSync {
  readonly #knex: Knex;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #mirror: Mirror;
  readonly #importer: Pick<InterestImporter, 'takeWaiting'>;
  readonly #clock?: Clock;

  constructor(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    mirror: Mirror;
    importer: Pick<InterestImporter, 'takeWaiting'>;
    /** The database's own if not given. */
    clock?: Clock;
  }) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#mirror = options.mirror;
    this.#importer = options.importer;
    this.#clock = options.clock;
  }

  /** Can be stopped anywhere: the next run, of any replica, begins anew. */
  async run(now: Date, signal?: AbortSignal): Promise<void> {
    await this.#pilots(signal);
    await this.#targets(signal);
    await this.#teams(signal);
    if (signal?.aborted) {
      return;
    }
    await this.#importer.takeWaiting();
    await forgetRequests(this.#knex, {
      before: new Date(now.getTime() - requestsKeptMs),
      latest: latestPresent(now),
    });
  }

  async #pilots(signal?: AbortSignal): Promise<void> {
    const stream = this.#catalog.streamEntities(
      { query: { kind: 'pilot' } },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of stream) {
      for (const pilot of page) {
        if (signal?.aborted) {
          return;
        }
        await this.#observe(pilot);
      }
    }
  }

  async #targets(signal?: AbortSignal): Promise<void> {
    for (let after = 0; !signal?.aborted; ) {
      const targets = await pageTargets(this.#knex, { after, limit: batch });
      if (targets.length === 0) {
        return;
      }
      after = targets.at(-1)!.id;
      const entities = await this.#entities(targets.map(({ ref }) => ref));
      const seen: StoredTarget[] = [];
      for (const [index, entity] of entities.entries()) {
        if (signal?.aborted) {
          return;
        }
        if (entity) {
          const { target } = await this.#observe(entity);
          seen.push(...(target ? [target] : []));
        } else {
          await this.#miss(targets[index]);
          seen.push(targets[index]);
        }
      }
      await saveDivisions(this.#knex, seen, refs => this.#entities(refs));
    }
  }

  /** One whose row cannot be read is left as it is; the others go on. */
  async #observe(entity: Entity): Promise<{ target?: StoredTarget }> {
    try {
      return await this.#mirror.observe(entity);
    } catch (error) {
      if (error instanceof UnreadableRowError) {
        return {};
      }
      throw error;
    }
  }

  async #miss(target: StoredTarget): Promise<void> {
    if (target.goneAt) {
      return;
    }
    if (target.missingSince) {
      await this.#mirror.observeGone(target.ref);
    } else {
      await saveMissing(this.#knex, target.id, this.#clock);
    }
  }

  async #teams(signal?: AbortSignal): Promise<void> {
    for (let after = ''; !signal?.aborted; ) {
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
          missing: teams.filter((_, index) => !entities[index]),
        },
        this.#clock,
      );
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
