import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { latestPresent } from '../kernel/clock/isFuture';
import { Clock } from '../kernel/clock/Clock';
import { pageTargets } from '../kernel/store/targets/findTargets';
import { forgetRequests } from '../kernel/store/requests/requests';
import { saveMissing } from '../kernel/store/targets/saveFacts';
import {
  goneTeamsAmong,
  missingTeamsAmong,
  saveTeamPresence,
} from '../kernel/store/teams/teamPresence';
import { pageTeams } from '../kernel/store/teams/pageTeams';
import { UnreadableRowError } from '../kernel/store/UnreadableRowError';
import { looksEmptied } from './looksEmptied';
import { CatalogMirror } from './CatalogMirror';
import { saveDivisions } from './saveDivisions';
import { StoredTarget } from '../kernel/store/targets/targetRows';

const batch = 500;
const requestsKeptMs = 7 * dayMs;

/** Takes over imported lines that waited for what the catalog shows now. */
export interface WaitingLines {
  takeWaiting(): Promise<void>;
}

interface Deps {
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly mirror: CatalogMirror;
  readonly importer: WaitingLines;
  /** The database's own if not given. */
  readonly clock?: Clock;
}

/**
 * Compares the stored facts with the catalog, and takes over changes that no
 * write saw: new Pilots, changed owners and parts, entities and teams that are
 * gone. One replica at a time. An entity is gone if it is still missing at the
 * end of the comparison. Where most are missing, as in a catalog that is being
 * rebuilt, or where nothing was ever known of the entity, it is gone when the
 * next comparison misses it again.
 */
export class CatalogSync {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Can be stopped anywhere: the next run, of any replica, begins anew. */
  async run(now: Date, signal?: AbortSignal): Promise<void> {
    await this.#pilots(signal);
    await this.#targets(signal);
    await this.#teams(signal);
    if (signal?.aborted) {
      return;
    }
    await this.#deps.importer.takeWaiting();
    await forgetRequests(this.#deps.knex, {
      before: new Date(now.getTime() - requestsKeptMs),
      latest: latestPresent(now),
    });
  }

  async #pilots(signal?: AbortSignal): Promise<void> {
    const stream = this.#deps.catalog.streamEntities(
      { query: { kind: 'pilot' } },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
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
    const missing: StoredTarget[] = [];
    let known = 0;
    for (let after = 0; !signal?.aborted; ) {
      const targets = await pageTargets(this.#deps.knex, {
        after,
        limit: batch,
      });
      if (targets.length === 0) {
        break;
      }
      known += targets.filter(({ goneAt }) => !goneAt).length;
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
          missing.push(...(targets[index].goneAt ? [] : [targets[index]]));
          seen.push(targets[index]);
        }
      }
      await saveDivisions(this.#deps.knex, seen, refs => this.#entities(refs));
    }
    const isSure = !looksEmptied({ known, missing: missing.length });
    for (let from = 0; from < missing.length; from += batch) {
      const some = missing.slice(from, from + batch);
      const returned = await this.#entities(some.map(({ ref }) => ref));
      for (const [index, target] of some.entries()) {
        if (signal?.aborted) {
          return;
        }
        if (!returned[index]) {
          await this.#miss(target, isSure);
        }
      }
    }
  }

  /** One whose row cannot be read is left as it is; the others go on. */
  async #observe(entity: Entity): Promise<{ target?: StoredTarget }> {
    try {
      return await this.#deps.mirror.observe(entity);
    } catch (error) {
      if (error instanceof UnreadableRowError) {
        return {};
      }
      throw error;
    }
  }

  async #miss(target: StoredTarget, isSure: boolean): Promise<void> {
    const wasThere = target.lastAt.getTime() > 0;
    if (target.missingSince || (isSure && wasThere)) {
      await this.#deps.mirror.observeGone(target.ref, target.lastAt);
    } else {
      await saveMissing(this.#deps.knex, target.id, this.#deps.clock);
    }
  }

  async #teams(signal?: AbortSignal): Promise<void> {
    const missing: string[] = [];
    const returned: string[] = [];
    let known = 0;
    for (let after = ''; !signal?.aborted; ) {
      const teams = await pageTeams(this.#deps.knex, { after, limit: batch });
      if (teams.length === 0) {
        break;
      }
      after = teams.at(-1)!;
      const lost = new Set(await missingTeamsAmong(this.#deps.knex, teams));
      const gone = new Set(await goneTeamsAmong(this.#deps.knex, teams));
      known += teams.length - gone.size;
      const entities = await this.#entities(teams);
      missing.push(
        ...teams.filter((ref, index) => !entities[index] && !gone.has(ref)),
      );
      returned.push(
        ...teams.filter((ref, index) => entities[index] && lost.has(ref)),
      );
    }
    const isSure = !looksEmptied({ known, missing: missing.length });
    const still: string[] = [];
    for (let from = 0; from < missing.length; from += batch) {
      const some = missing.slice(from, from + batch);
      const entities = await this.#entities(some);
      still.push(...some.filter((_, index) => !entities[index]));
    }
    if (!signal?.aborted) {
      // Once, as what every write announces lines up behind it.
      await saveTeamPresence(
        this.#deps.knex,
        { present: returned, missing: still, isSure },
        this.#deps.clock,
      );
    }
  }

  async #entities(refs: readonly string[]): Promise<Array<Entity | undefined>> {
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.#deps.catalog.getEntitiesByRefs(
      { entityRefs: [...refs] },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
    );
    return items;
  }
}
