import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  pilotInterestCreatePermission,
  pilotInterestUpdatePermission,
  Recorded,
  RecordInterestCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { entityFacts } from '../targets/entityFacts';
import { decideConfirm } from './decideConfirm';
import { decideWithdraw } from './decideWithdraw';
import { DefaultPilotService, WriteResult } from './DefaultPilotService';
import { DemandViews } from '../demand/DemandViews';
import { CallOptions, Door, Viewer } from '../kernel/access/Door';
import { InterestLister } from './InterestLister';
import { withMergeTarget } from '../targets/withMergeTarget';
import { requirePermission } from '../kernel/access/Permits';
import { TeamRules } from '../kernel/access/TeamRules';
import { Visibility } from '../kernel/access/Visibility';
import {
  FoundInterest,
  resourceOf,
  mayRead,
} from '../kernel/access/readableInterest';

/**
 * Recording of interest: decides who may, with the permission framework,
 * the catalog as the caller sees it, and the domain's own rules, and hands on.
 * What cannot be seen answers like what does not exist.
 */
export class AuthorizedPilotService {
  readonly #service: DefaultPilotService;
  readonly #lister: InterestLister;
  readonly #door: Door;
  readonly #views: DemandViews;
  readonly #visibility: Visibility;
  readonly #teams: TeamRules;

  constructor(options: {
    service: DefaultPilotService;
    lister: InterestLister;
    door: Door;
    views: DemandViews;
    visibility: Visibility;
    teams: TeamRules;
  }) {
    this.#service = options.service;
    this.#lister = options.lister;
    this.#door = options.door;
    this.#views = options.views;
    this.#visibility = options.visibility;
    this.#teams = options.teams;
  }

  /**
   * @throws InputError for a kind that is no target
   * @throws NotFoundError for an entity that the caller cannot see
   * @throws NotAllowedError for a team that is not the caller's
   * @throws ConflictError for a target that was merged into another one
   */
  async record(
    ref: string,
    command: RecordInterestCommand,
    { credentials }: CallOptions,
  ): Promise<Recorded & { created: boolean }> {
    const viewer = await this.#door.viewer(credentials);
    const { caller, rights } = viewer;
    requirePermission(pilotInterestCreatePermission, rights.create);
    const onBehalf = await this.#teams.isOnBehalf(command.team, caller, viewer);
    const entity = await this.#door.target(ref, viewer);
    const result = await withMergeTarget(
      () => this.#service.record({ entity, command, viewer, onBehalf }),
      { visibility: this.#visibility, credentials },
    );
    return {
      ...(await this.#recorded(result, entity, viewer)),
      created: result.created,
    };
  }

  /** Withdraws an interest of the caller's, also in a target that is gone. */
  async withdraw(id: string, { credentials }: CallOptions): Promise<Recorded> {
    const viewer = await this.#door.viewer(credentials);
    return this.#changeOwn(id, viewer, decideWithdraw);
  }

  /** Says that an interest of the caller's is still needed. */
  async confirm(id: string, { credentials }: CallOptions): Promise<Recorded> {
    const viewer = await this.#door.viewer(credentials);
    return this.#changeOwn(id, viewer, decideConfirm, async found => {
      // Of who owns what is hidden, a condition must not tell.
      const target = await this.#lister.known(found, viewer);
      requirePermission(
        pilotInterestUpdatePermission,
        viewer.rights.update.includes(resourceOf({ ...found, target })),
      );
    });
  }

  async #changeOwn(
    id: string,
    viewer: Viewer,
    decide: Parameters<DefaultPilotService['change']>[3],
    permit: (found: FoundInterest) => Promise<void> = async () => {},
  ): Promise<Recorded> {
    const { credentials } = viewer;
    const found = await this.#lister.find(id);
    const entity =
      found && (await this.#visibility.entity(found.target.ref, credentials));
    this.#requireAuthor(id, found, entity, viewer);
    await permit(found!);
    const result = await this.#service.change(
      found!.target.ref,
      id,
      viewer,
      decide,
      entity,
    );
    return this.#recorded(result, entity, viewer);
  }

  #requireAuthor(
    id: string,
    found: FoundInterest | undefined,
    entity: Entity | undefined,
    viewer: Viewer,
  ): void {
    if (found?.interest.author === viewer.caller.user) {
      return;
    }
    if (!found || !entity || !mayRead(found, viewer)) {
      throw new NotFoundError(`There is no interest ${id} that you can see`);
    }
    throw new NotAllowedError('Only its author can change an interest');
  }

  async #recorded(
    result: WriteResult,
    entity: Entity | undefined,
    viewer: Viewer,
  ): Promise<Recorded> {
    const { interest, reading } = result;
    return entity && !viewer.rights.read.isNone
      ? {
          interest,
          demand: await this.#views.of(entityFacts(entity), reading, viewer),
        }
      : { interest };
  }
}
