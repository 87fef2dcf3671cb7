import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  isAmong,
  pilotInterestReadPermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { PilotConfig } from '../config/config';
import { CallOptions } from './CallOptions';
import { EntityPermits } from './EntityPermits';
import { Permits, requirePermission } from './Permits';
import { Viewer } from './Viewer';
import { Visibility } from './Visibility';

interface Deps {
  readonly permits: Permits;
  readonly visibility: Visibility;
  readonly entityPermits: EntityPermits;
  readonly config: Pick<PilotConfig, 'allowedKinds' | 'approvers'>;
}

/**
 * First checks of all authorised services: who calls, what they may do, and
 * that the target is there for them. An entity that they cannot see is answered
 * like one that does not exist.
 */
export class Door {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async viewer(credentials: BackstageCredentials): Promise<Viewer> {
    const [caller, rights] = await Promise.all([
      this.#deps.permits.caller(credentials),
      this.#deps.permits.rights(credentials),
    ]);
    const { visibility, entityPermits, config } = this.#deps;
    const { approvers } = config;
    return new Viewer({
      credentials,
      caller,
      rights,
      visibility,
      entityPermits,
      approvers,
    });
  }

  /** @throws NotAllowedError for who may read nothing of interest at all */
  async reader(credentials: BackstageCredentials): Promise<Viewer> {
    const viewer = await this.viewer(credentials);
    requirePermission(pilotInterestReadPermission, !viewer.rights.read.isNone);
    return viewer;
  }

  /** True where groups of approvers are configured. */
  get hasApprovers(): boolean {
    return this.#deps.config.approvers.length > 0;
  }

  /** Returns whether interest can be in entities of this kind. */
  isTarget(ref: string): boolean {
    return this.#allows(parseEntityRef(ref).kind);
  }

  /** @throws InputError for a kind that no target is of */
  requireKind(kind: string): void {
    if (!this.#allows(kind)) {
      throw new InputError(
        `kind: interest can be in ${this.#deps.config.allowedKinds.join(
          ', ',
        )}, and not in ${kind}`,
      );
    }
  }

  /**
   * @throws InputError for a kind that is no target
   * @throws NotFoundError for an entity that the caller cannot see
   */
  async target(ref: string, { credentials }: CallOptions): Promise<Entity> {
    this.requireKind(parseEntityRef(ref).kind);
    const entity = await this.#deps.visibility.entity(ref, credentials);
    if (!entity) {
      throw new NotFoundError(
        `There is no ${ref} in the catalog that you can see`,
      );
    }
    return entity;
  }

  #allows(kind: string): boolean {
    return isAmong(kind, this.#deps.config.allowedKinds);
  }
}
