import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AttestCommand,
  pilotReadinessReportPermission,
  Readiness,
  Reported,
  ReportCommand,
  WaiveCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { randomUUID } from 'node:crypto';
import { entityFacts } from '../targets/entityFacts';
import { PilotConfig } from '../kernel/config/config';
import { reportsOf, saveReport } from '../kernel/store/readiness/reports';
import {
  findSignature,
  revokeSignature,
  saveAttestation,
  saveWaiver,
  Signature,
  standingWaivers,
} from '../kernel/store/readiness/signatures';
import { attestationsUnderOwners } from './attestationsUnderOwners';
import { checkAmong } from './checkAmong';
import { decideReports } from './decideReports';
import { decideAttestation, decideWaiver } from './decideSignatures';
import { readReadiness } from './readReadiness';
import { AnswerWriteDeps, LockedEntity, writeAnswers } from './writeAnswers';
import { ReadinessViews } from './ReadinessViews';
import { owns } from '../kernel/access/Caller';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { EntityPermits } from '../kernel/access/EntityPermits';
import { withMergeTarget } from '../targets/withMergeTarget';
import { Permits, requirePermission } from '../kernel/access/Permits';
import { ReadinessRights, requireApprover, requireOwner } from './readinessCan';
import { ReadinessDoor } from './ReadinessDoor';
import { Visibility } from '../kernel/access/Visibility';

interface Deps extends AnswerWriteDeps {
  readonly door: Door;
  readonly readinessDoor: ReadinessDoor;
  readonly readinessViews: ReadinessViews;
  readonly permits: Permits;
  readonly entityPermits: EntityPermits;
  readonly visibility: Visibility;
  readonly config: PilotConfig;
}

/** Records attestations, waivers and reports of those who may give them. */
export class AnswerService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @throws NotFoundError for an entity that the caller cannot see
   * @throws NotAllowedError for who does not own it
   */
  async attest(ref: string, command: AttestCommand, options: CallOptions) {
    return this.#sign(ref, options, requireOwner, by =>
      this.#saveAttestation(ref, command, by),
    );
  }

  /** @throws NotAllowedError for who is no approver, or owns it */
  async waive(ref: string, command: WaiveCommand, options: CallOptions) {
    await this.#requireSomeApprover(options);
    return this.#sign(ref, options, requireApprover, by =>
      this.#saveWaiver(ref, command, by),
    );
  }

  /** Takes an attestation back: anybody of the owner may. */
  async revokeAttestation(ref: string, id: string, options: CallOptions) {
    const { view } = await this.#sign(ref, options, requireOwner, by =>
      this.#saveRevocation(ref, 'attestation', { id, by }),
    );
    return view;
  }

  /** Takes a waiver back: any approver may who does not own the entity. */
  async revokeWaiver(ref: string, id: string, options: CallOptions) {
    await this.#requireSomeApprover(options);
    const { view } = await this.#sign(ref, options, requireApprover, by =>
      this.#saveRevocation(ref, 'waiver', { id, by }),
    );
    return view;
  }

  /**
   * Takes results from services with the permission, and from owners to whom it
   * is granted expressly.
   */
  async report(
    ref: string,
    command: ReportCommand,
    { credentials }: CallOptions,
  ): Promise<Reported> {
    const { door, readinessDoor, permits, entityPermits } = this.#deps;
    const entity = await door.target(ref, {
      credentials: await permits.toCatalog(credentials),
    });
    const { allowed } = await entityPermits.of(
      { allowed: pilotReadinessReportPermission },
      ref,
      credentials,
    );
    if (!permits.isExpress(credentials)) {
      throw new NotAllowedError(
        'This needs a service token: with permission.enabled off, nobody is known to be allowed to report',
      );
    }
    requirePermission(pilotReadinessReportPermission, allowed);
    const by = await this.#reporter(entityFacts(entity).owner, credentials);
    await readinessDoor.observed(entity);
    return this.#written(credentials, () => this.#saveReport(ref, command, by));
  }

  async #reporter(
    owner: string | null,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { permits } = this.#deps;
    const service = permits.serviceOf(credentials);
    if (service !== undefined) {
      return service;
    }
    const caller = await permits.caller(credentials);
    if (!owns(caller, owner)) {
      throw new NotAllowedError('Only services and its owner report results');
    }
    return caller.user;
  }

  /** Requires an approver before the entity is looked up. */
  async #requireSomeApprover({ credentials }: CallOptions): Promise<void> {
    const { door } = this.#deps;
    requireApprover({
      isApprover: (await door.viewer(credentials)).isApprover,
      hasApprovers: door.hasApprovers,
      owns: false,
      ownedLately: false,
      mayAttest: true,
      mayWaive: true,
    });
  }

  async #sign<T>(
    ref: string,
    options: CallOptions,
    require: (rights: ReadinessRights) => void,
    write: (by: string) => Promise<T>,
  ): Promise<{ view: Readiness; result: T }> {
    const { readinessDoor, readinessViews } = this.#deps;
    const readable = await readinessDoor.writing(ref, options);
    require(readable.rights);
    const result = await this.#written(options.credentials, () =>
      write(readable.viewer.caller.user),
    );
    return { view: await readinessViews.of(readable), result };
  }

  async #written<T>(
    credentials: BackstageCredentials,
    write: () => Promise<T>,
  ): Promise<T> {
    const { visibility } = this.#deps;
    return withMergeTarget(write, {
      entity: ref => visibility.entity(ref, credentials),
    });
  }

  /** @returns whether it is new */
  async #saveAttestation(
    ref: string,
    command: AttestCommand,
    by: string,
  ): Promise<boolean> {
    const lines = await writeAnswers(this.#deps, ref, async locked => {
      const { tx, target, now } = locked;
      // What a former owner signed can be signed again, word for word.
      const standing = await attestationsUnderOwners(tx, [target.id]);
      const attestation = decideAttestation(command, {
        check: await this.#check(locked, command.check),
        standing: standing
          .get(target.id)
          ?.find(({ check }) => check === command.check),
        by,
        now,
        newId: randomUUID(),
      });
      if (!attestation) {
        return [];
      }
      await saveAttestation(tx, target.id, attestation);
      return [{ type: 'attested', actor: by, ...attestation }];
    });
    return lines.length > 0;
  }

  /** @returns whether it is new */
  async #saveWaiver(
    ref: string,
    command: WaiveCommand,
    by: string,
  ): Promise<boolean> {
    const lines = await writeAnswers(this.#deps, ref, async locked => {
      const { tx, target, now } = locked;
      const standing = await standingWaivers(tx, [target.id]);
      const waiver = decideWaiver(command, {
        check: await this.#check(locked, command.check),
        standing: standing
          .get(target.id)
          ?.find(({ check }) => check === command.check),
        days: this.#deps.config.waiverDays,
        by,
        now,
        newId: randomUUID(),
      });
      if (!waiver) {
        return [];
      }
      await saveWaiver(tx, target.id, waiver);
      const { reason: note, ...rest } = waiver;
      return [{ type: 'waived', actor: by, note, ...rest }];
    });
    return lines.length > 0;
  }

  /**
   * Takes an attestation or a waiver back; one that was taken back stays so.
   *
   * @throws NotFoundError for what this entity does not have
   * @throws ConflictError for one that another took the place of
   */
  async #saveRevocation(
    ref: string,
    table: Signature,
    { id, by }: { readonly id: string; readonly by: string },
  ): Promise<void> {
    await writeAnswers(this.#deps, ref, async ({ tx, target, now }) => {
      const found = await findSignature(tx, table, id);
      if (!found || found.targetId !== target.id) {
        throw new NotFoundError(`There is no ${table} ${id} of ${ref}`);
      }
      if (found.isRevoked) {
        return [];
      }
      if (!found.stands) {
        throw new ConflictError(
          `Another ${table} took the place of ${id}; revoke that one`,
        );
      }
      await revokeSignature(tx, table, id, { by, at: now });
      const type =
        table === 'attestation' ? 'attestationRevoked' : 'waiverRevoked';
      return [{ type, actor: by, check: found.check, at: now, id }];
    });
  }

  async #saveReport(
    ref: string,
    command: ReportCommand,
    by: string,
  ): Promise<Reported> {
    const lines = await writeAnswers(this.#deps, ref, async locked => {
      const { tx, target, now } = locked;
      const news = decideReports(command, {
        checks: await this.#checks(locked),
        known: (await reportsOf(tx, [target.id])).get(target.id) ?? [],
        by,
        now,
      });
      for (const answer of news) {
        await saveReport(tx, target.id, answer);
      }
      return news.map(({ by: actor, ...answer }) => ({
        type: 'result',
        actor,
        ...answer,
      }));
    });
    const accepted = lines.length;
    return { target: ref, accepted, unchanged: command.length - accepted };
  }

  async #checks({ tx, target, now }: LockedEntity) {
    const { checks } = this.#deps.config;
    const readings = await readReadiness(tx, [target], { checks, now });
    return readings.get(target.id)!.assessment.checks;
  }

  async #check(locked: LockedEntity, id: string) {
    return checkAmong(await this.#checks(locked), id);
  }
}
