import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  pilotInterestTriagePermission,
  Recorded,
  SetStatusCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { entityFacts } from '../targets/entityFacts';
import { CatalogMirror } from '../targets/CatalogMirror';
import { PilotConfig } from '../kernel/config/config';
import { ChangedMeanwhileError } from './ChangedMeanwhileError';
import { decideStatus } from './decideStatus';
import { describeChange } from './describeChange';
import { owns } from '../kernel/access/Caller';
import { ConflictWithCurrentError } from '../kernel/http/ConflictWithCurrentError';
import { DefaultPilotService, WriteResult } from './DefaultPilotService';
import { DemandViews } from '../demand/DemandViews';
import { CallOptions, Door, Viewer } from '../kernel/access/Door';
import { InterestLister } from './InterestLister';
import { requirePermission } from '../kernel/access/Permits';
import { Visibility } from '../kernel/access/Visibility';
import {
  FoundInterest,
  resourceOf,
  mayRead,
} from '../kernel/access/readableInterest';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Answers of owners: decides who may, and hands on. */
export class AuthorizedTriage {
  readonly #service: DefaultPilotService;
  readonly #lister: InterestLister;
  readonly #door: Door;
  readonly #views: DemandViews;
  readonly #visibility: Visibility;
  readonly #mirror: CatalogMirror;
  readonly #config: Pick<PilotConfig, 'showAuthors'>;

  constructor(options: {
    service: DefaultPilotService;
    lister: InterestLister;
    door: Door;
    views: DemandViews;
    visibility: Visibility;
    mirror: CatalogMirror;
    config: Pick<PilotConfig, 'showAuthors'>;
  }) {
    this.#service = options.service;
    this.#lister = options.lister;
    this.#door = options.door;
    this.#views = options.views;
    this.#visibility = options.visibility;
    this.#mirror = options.mirror;
    this.#config = options.config;
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
    const viewer = await this.#door.reader(credentials);
    const found = await this.#lister.find(id);
    const entity =
      found && (await this.#visibility.entity(found.target.ref, credentials));
    if (!found || !entity || !mayRead(found, viewer)) {
      throw new NotFoundError(`There is no interest ${id} that you can see`);
    }
    // Who owns it is what the catalog says now, and not what it said last.
    const { target } = await this.#mirror.observeWithPilots(entity);
    this.#requireOwner({ ...found, target }, viewer);
    const result = await this.#answer(id, command, { target, viewer });
    return {
      interest: result.interest,
      demand: await this.#views.of(entityFacts(entity), result.reading, viewer),
    };
  }

  async #answer(
    id: string,
    command: SetStatusCommand,
    { target, viewer }: { target: StoredTarget; viewer: Viewer },
  ): Promise<WriteResult> {
    const by = viewer.caller.user;
    try {
      return await this.#service.change(target.ref, id, viewer, (before, at) =>
        decideStatus(before, { command, by, at }),
      );
    } catch (error) {
      if (!(error instanceof ChangedMeanwhileError)) {
        throw error;
      }
      const interest = error.standing;
      const [view] = await this.#service.views([{ interest, target }], viewer);
      throw new ConflictWithCurrentError(
        describeChange(interest, this.#config),
        view,
      );
    }
  }

  #requireOwner(found: FoundInterest, { caller, rights }: Viewer): void {
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
}
