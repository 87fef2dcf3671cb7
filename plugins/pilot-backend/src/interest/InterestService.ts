import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  pilotInterestCreatePermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
  Recorded,
  RecordInterestCommand,
  SetStatusCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { DemandViews } from '../demand/DemandViews';
import { owns } from '../kernel/access/Caller';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { requirePermission } from '../kernel/access/Permits';
import {
  FoundInterest,
  mayRead,
  resourceOf,
} from '../kernel/access/readableInterest';
import { TeamRules } from '../kernel/access/TeamRules';
import { PilotConfig } from '../kernel/config/config';
import { ConflictWithCurrentError } from '../kernel/http/ConflictWithCurrentError';
import { findInterest } from '../kernel/store/interests/findInterests';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { CatalogMirror } from '../targets/CatalogMirror';
import { entityFacts } from '../targets/entityFacts';
import { withMergeTarget } from '../targets/withMergeTarget';
import { ChangedMeanwhileError } from './ChangedMeanwhileError';
import { decideConfirm } from './decideConfirm';
import { decideStatus } from './decideStatus';
import { decideWithdraw } from './decideWithdraw';
import { describeChange } from './describeChange';
import { InterestViews } from './InterestViews';
import { InterestWriter, InterestWritten } from './InterestWriter';

interface Deps {
  readonly knex: Knex;
  readonly door: Door;
  readonly teams: TeamRules;
  readonly mirror: CatalogMirror;
  readonly writer: InterestWriter;
  readonly interestViews: InterestViews;
  readonly views: DemandViews;
  readonly config: Pick<PilotConfig, 'showAuthors'>;
}

/**
 * One interest: recording, withdrawing and confirming it, and the answer of the
 * owner. Each asks first who may: the permission framework, the catalog as the
 * caller sees it, and the domain's own rules. What cannot be seen answers like
 * what does not exist.
 */
export class InterestService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
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
    const { door, teams, mirror, writer } = this.#deps;
    const viewer = await door.viewer(credentials);
    const { caller, rights } = viewer;
    requirePermission(pilotInterestCreatePermission, rights.create);
    const onBehalf = await teams.isOnBehalf(command.team, viewer);
    const entity = await door.target(ref, viewer);
    await mirror.observeWithPilots(entity);
    const written = await withMergeTarget(
      () => writer.record(entity, command, { author: caller.user, onBehalf }),
      viewer,
    );
    const recorded = await this.#recorded(written, entity, viewer);
    return { ...recorded, created: written.created };
  }

  /** Withdraws an interest of the caller's, also in a target that is gone. */
  async withdraw(id: string, { credentials }: CallOptions): Promise<Recorded> {
    const viewer = await this.#deps.door.viewer(credentials);
    const { found, entity } = await this.#own(id, viewer);
    return this.#changed(found, entity, viewer, decideWithdraw);
  }

  /** Says that an interest of the caller's is still needed. */
  async confirm(id: string, { credentials }: CallOptions): Promise<Recorded> {
    const { door, interestViews } = this.#deps;
    const viewer = await door.viewer(credentials);
    const { found, entity } = await this.#own(id, viewer);
    // Of who owns what is hidden, a condition must not tell.
    const target = await interestViews.known(found, viewer);
    requirePermission(
      pilotInterestUpdatePermission,
      viewer.rights.update.includes(resourceOf({ ...found, target })),
    );
    return this.#changed(found, entity, viewer, decideConfirm);
  }

  /**
   * @throws NotFoundError for an interest that the caller cannot see
   * @throws NotAllowedError for one in what others own
   * @throws ConflictWithCurrentError for an answer to another version
   */
  async setStatus(
    id: string,
    command: SetStatusCommand,
    { credentials }: CallOptions,
  ): Promise<Recorded> {
    const { door, mirror, views } = this.#deps;
    const viewer = await door.reader(credentials);
    const { found, entity } = await this.#find(id, viewer);
    if (!found || !entity || !mayRead(found, viewer)) {
      throw notFound(id);
    }
    // Who owns it is what the catalog says now, and not what it said last.
    const { target } = await mirror.observeWithPilots(entity);
    requireOwner({ ...found, target }, viewer);
    const written = await this.#answer(id, command, target, viewer);
    const interest = await this.#view(written, viewer);
    return {
      interest,
      demand: await views.of(entityFacts(entity), written.reading, viewer),
    };
  }

  async #answer(
    id: string,
    command: SetStatusCommand,
    target: StoredTarget,
    viewer: Viewer,
  ): Promise<InterestWritten> {
    const { writer, interestViews, config } = this.#deps;
    const by = viewer.caller.user;
    try {
      return await writer.change(target.ref, id, (before, at) =>
        decideStatus(before, { command, by, at }),
      );
    } catch (error) {
      if (!(error instanceof ChangedMeanwhileError)) {
        throw error;
      }
      const interest = error.standing;
      const [view] = await interestViews.of([{ interest, target }], viewer);
      throw new ConflictWithCurrentError(
        describeChange(interest, config),
        view,
      );
    }
  }

  async #find(
    id: string,
    viewer: Viewer,
  ): Promise<{ found?: FoundInterest; entity?: Entity }> {
    const found = await findInterest(this.#deps.knex, id);
    const entity = found && (await viewer.entity(found.target.ref));
    return { found, entity };
  }

  /**
   * An interest that only its author may change.
   *
   * @throws NotFoundError for an interest that the caller cannot see
   * @throws NotAllowedError for one of somebody else
   */
  async #own(
    id: string,
    viewer: Viewer,
  ): Promise<{ found: FoundInterest; entity?: Entity }> {
    const { found, entity } = await this.#find(id, viewer);
    if (found?.interest.author === viewer.caller.user) {
      return { found, entity };
    }
    if (!found || !entity || !mayRead(found, viewer)) {
      throw notFound(id);
    }
    throw notAuthor();
  }

  async #changed(
    { interest, target }: FoundInterest,
    entity: Entity | undefined,
    viewer: Viewer,
    decide: Parameters<InterestWriter['change']>[2],
  ): Promise<Recorded> {
    const written = await this.#deps.writer.change(
      target.ref,
      interest.id,
      (before, at) => {
        // It may have been moved to another person since it was looked up.
        requireAuthor(before.author, viewer);
        return decide(before, at);
      },
      entity,
    );
    return this.#recorded(written, entity, viewer);
  }

  async #recorded(
    written: InterestWritten,
    entity: Entity | undefined,
    viewer: Viewer,
  ): Promise<Recorded> {
    const { views } = this.#deps;
    const interest = await this.#view(written, viewer);
    return entity && !viewer.rights.read.isNone
      ? {
          interest,
          demand: await views.of(entityFacts(entity), written.reading, viewer),
        }
      : { interest };
  }

  async #view({ found, policy }: InterestWritten, viewer: Viewer) {
    const [view] = await this.#deps.interestViews.of([found], viewer, policy);
    return view;
  }
}

function notFound(id: string): NotFoundError {
  return new NotFoundError(`There is no interest ${id} that you can see`);
}

function notAuthor(): NotAllowedError {
  return new NotAllowedError('Only its author can change an interest');
}

function requireAuthor(author: string, { caller }: Viewer): void {
  if (author !== caller.user) {
    throw notAuthor();
  }
}

function requireOwner(found: FoundInterest, { caller, rights }: Viewer): void {
  if (!owns(caller, found.target.owner)) {
    throw new NotAllowedError(
      `Only the owner of ${found.target.ref} can answer interest in it`,
    );
  }
  requirePermission(
    pilotInterestTriagePermission,
    rights.triage.includes(resourceOf(found)),
  );
}
