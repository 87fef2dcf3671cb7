import { Entity } from '@backstage/catalog-model';
import {
  pilotReadinessAttestPermission,
  pilotReadinessReadPermission,
  pilotReadinessWaivePermission,
  recentOwners,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Announcer } from '../kernel/announce/Announcer';
import { EntityFacts, entityFacts } from '../targets/entityFacts';
import { CatalogMirror } from '../targets/CatalogMirror';
import { PilotConfig } from '../kernel/config/config';
import { FactKeeper } from './FactKeeper';
import { findTarget } from '../kernel/store/targets/findTargets';
import { ownerLog } from '../kernel/store/log/readOwners';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { requirePermission } from '../kernel/access/Permits';
import { ReadinessRights } from './readinessCan';
import { StoredTarget } from '../kernel/store/targets/targetRows';

const wanted = {
  read: pilotReadinessReadPermission,
  attest: pilotReadinessAttestPermission,
  waive: pilotReadinessWaivePermission,
};

/** An entity whose readiness somebody may read, and what they may do about it. */
export interface ReadableEntity {
  readonly viewer: Viewer;
  readonly entity: Entity;
  readonly facts: EntityFacts;
  readonly rights: ReadinessRights;
  /** Absent for an entity of which nothing is kept. */
  readonly target?: StoredTarget;
}

interface Deps {
  readonly knex: Knex;
  readonly door: Door;
  readonly mirror: CatalogMirror;
  readonly keeper: FactKeeper;
  readonly announcer: Announcer;
  readonly config: Pick<PilotConfig, 'approvers'>;
  readonly clock: () => Date;
}

/** Lets those in who may read readiness, with what the catalog says now. */
export class ReadinessDoor {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * The entity for a reader, who leaves no trace of what nobody asked for.
   *
   * @throws NotFoundError for an entity that the caller cannot see
   * @throws NotAllowedError for who may not read its readiness
   */
  async reading(ref: string, options: CallOptions): Promise<ReadableEntity> {
    const { viewer, entity, rights } = await this.#open(ref, options);
    const { target, changed } = await this.#deps.mirror.observeForReading(
      entity,
    );
    const now = this.#deps.clock();
    return this.#readable({ viewer, entity, rights, target }, changed, now);
  }

  /** The same for a writer: from now on it is kept. */
  async writing(
    ref: string,
    options: CallOptions,
  ): Promise<ReadableEntity & { target: StoredTarget }> {
    const { viewer, entity, rights } = await this.#open(ref, options);
    return {
      viewer,
      entity,
      rights,
      facts: entityFacts(entity),
      target: await this.observed(entity),
    };
  }

  /** A target as it is kept, with its sources asked at least once. */
  async observed(entity: Entity): Promise<StoredTarget> {
    const { target, changed } = await this.#deps.mirror.observeWithPilots(
      entity,
    );
    const now = this.#deps.clock();
    await this.#readable({ entity, target }, changed, now);
    return target;
  }

  async #readable<T extends { entity: Entity; target?: StoredTarget }>(
    found: T,
    changed: boolean,
    now: Date,
  ): Promise<T & { facts: EntityFacts }> {
    if (changed) {
      this.#deps.announcer.announce();
    }
    if (found.target) {
      await this.#deps.keeper.ensure(found.target, now);
    }
    return { ...found, facts: entityFacts(found.entity) };
  }

  async #open(ref: string, { credentials }: CallOptions) {
    const viewer = await this.#deps.door.viewer(credentials);
    const entity = await this.#deps.door.target(ref, viewer);
    const may = await viewer.may(wanted, ref);
    requirePermission(pilotReadinessReadPermission, may.read);
    const { isApprover } = viewer;
    const rights: ReadinessRights = {
      owns: viewer.owns(entityFacts(entity).owner),
      ownedLately: isApprover && (await this.#ownedLately(ref, viewer)),
      isApprover,
      hasApprovers: this.#deps.config.approvers.length > 0,
      mayAttest: may.attest,
      mayWaive: may.waive,
    };
    return { viewer, entity, rights };
  }

  /** True where the viewer owned it within the last 30 days. */
  async #ownedLately(ref: string, viewer: Viewer): Promise<boolean> {
    const target = await findTarget(this.#deps.knex, ref);
    const owners = target && (await ownerLog(this.#deps.knex, [target.id]));
    return recentOwners(owners?.get(target!.id) ?? [], this.#deps.clock()).some(
      owner => viewer.owns(owner),
    );
  }
}
