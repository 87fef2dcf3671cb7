import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogChange,
  mirroredFacts,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { Announcer } from '../kernel/announce/Announcer';
import { pilotStatement } from '../readiness/facts/pilotStatement';
import { FactKeeper } from '../readiness/FactKeeper';
import { InterestImporter } from '../interest/InterestImporter';
import { Clock } from '../kernel/clock/Clock';
import { datedWrite } from '../kernel/store/datedWrite';
import {
  storedAmong,
  targetsOfOwners,
} from '../kernel/store/targets/findTargets';
import {
  missingTeamsAmong,
  saveTeamPresence,
} from '../kernel/store/teams/teamPresence';
import { saveUpkeep } from '../kernel/store/upkeep/finishedPasses';
import { UnreadableRowError } from '../kernel/store/UnreadableRowError';
import { entityFacts } from '../targets/entityFacts';
import { CatalogMirror } from '../targets/CatalogMirror';
import { saveDivisions } from '../targets/saveDivisions';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** New Pilots whose sources are asked at once; more are left to the schedule. */
const mostCollected = 20;

const isPilot = (ref: string) => ref.startsWith('pilot:');
const isGroup = (ref: string) => ref.startsWith('group:');

/** An entity taken over from the catalog, and its target. */
interface TakenEntity {
  readonly entity: Entity;
  readonly target: StoredTarget;
  readonly changed: boolean;
}

interface Deps {
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly mirror: CatalogMirror;
  readonly importer: Pick<InterestImporter, 'takeWaiting'>;
  readonly keeper: Pick<FactKeeper, 'ensure'>;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly clock: Clock;
}

/**
 * Takes over entities that the catalog reports as processed, as `CatalogSync`
 * would minutes later. It reads their facts from the catalog; those that the
 * catalog does not serve as processed yet have to be reported again. It keeps
 * nothing in memory, and a repeat changes nothing.
 */
export class CatalogChanges {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @returns the refs of what is to be told of again */
  async take(changes: readonly CatalogChange[]): Promise<string[]> {
    const now = this.#deps.clock();
    const refs = changes.map(({ ref }) => ref);
    const served = await this.#entities(refs);
    const there = served.flatMap(entity => entity ?? []);
    const taken = await this.#observe(there);
    await saveDivisions(
      this.#deps.knex,
      [
        ...taken.map(({ target }) => target),
        ...(await targetsOfOwners(this.#deps.knex, refs.filter(isGroup))),
      ],
      owners => this.#entities(owners),
    );
    const present = refs.filter((_, index) => served[index]);
    await this.#teams(present.filter(isGroup));
    await this.#deps.importer.takeWaiting(new Set(present));
    await this.#follow(taken, now);
    return changes.flatMap(({ ref, digest }, index) => {
      const entity = served[index];
      return entity && digestOf(entity) === digest ? [] : [ref];
    });
  }

  /** Takes over entities asked for or of Pilots; the others leave no trace. */
  async #observe(entities: readonly Entity[]): Promise<TakenEntity[]> {
    const facts = entities.map(entityFacts);
    const known = await storedAmong(
      this.#deps.knex,
      facts.map(({ ref }) => ref),
    );
    const matter = entities.filter(
      (_, index) =>
        isPilot(facts[index].ref) ||
        facts[index].pilots.length > 0 ||
        known.has(facts[index].ref),
    );
    const taken: TakenEntity[] = [];
    for (const entity of matter) {
      taken.push(...(await this.#take(entity)));
    }
    // Parts of a new Pilot have a row since then, but no facts.
    const seen = new Set(facts.map(({ ref }) => ref));
    const parts = taken
      .filter(({ changed }) => changed)
      .flatMap(({ entity }) => entityFacts(entity).parts)
      .filter(ref => !seen.has(ref));
    for (const part of await this.#entities([...new Set(parts)])) {
      if (part) {
        taken.push(...(await this.#take(part)));
      }
    }
    return taken;
  }

  /** One whose row cannot be read is left as it is; the others go on. */
  async #take(entity: Entity): Promise<TakenEntity[]> {
    try {
      return [
        { entity, ...(await this.#deps.mirror.observeWithPilots(entity)) },
      ];
    } catch (error) {
      if (error instanceof UnreadableRowError) {
        return [];
      }
      throw error;
    }
  }

  async #teams(groups: readonly string[]): Promise<void> {
    const present = await missingTeamsAmong(this.#deps.knex, groups);
    if (present.length > 0) {
      await saveTeamPresence(this.#deps.knex, { present }, this.#deps.clock);
    }
  }

  /** Updates what depends on what was taken over, and whoever looks at it. */
  async #follow(taken: readonly TakenEntity[], now: Date): Promise<void> {
    const pilots = taken.filter(({ target }) => target.kind === 'pilot');
    if (pilots.length > 0) {
      await datedWrite(this.#deps.knex, this.#deps.clock, (tx, at) =>
        saveUpkeep(tx, 'pilots', at),
      );
    }
    const changed = taken.filter(each => each.changed);
    const changedPilots = pilots.filter(each => each.changed);
    for (const { entity, target } of changedPilots.slice(0, mostCollected)) {
      await this.#deps.keeper.ensure(target, now, pilotStatement(entity));
    }
    if (changed.length > 0) {
      const targets = changed.map(({ target }) => target.ref);
      this.#deps.announcer.announce({ targets });
    }
  }

  async #entities(
    refs: readonly string[],
  ): Promise<ReadonlyArray<Entity | undefined>> {
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

/** As the catalog module makes it. */
function digestOf(entity: Entity): string {
  return createHash('sha256').update(mirroredFacts(entity)).digest('base64url');
}
