import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AttestCommand,
  pilotReadinessAttestPermission,
  pilotReadinessReportPermission,
  pilotReadinessWaivePermission,
  Readiness,
  Reported,
  ReportCommand,
  WaiveCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { entityFacts } from '../targets/entityFacts';
import { ReadinessWriter } from './ReadinessWriter';
import { AuthorizedReadiness } from './AuthorizedReadiness';
import { owns } from '../kernel/access/Caller';
import { CallOptions, Door } from '../kernel/access/Door';
import { EntityPermits } from '../kernel/access/EntityPermits';
import { withMergeTarget } from '../targets/withMergeTarget';
import { Permits, requirePermission } from '../kernel/access/Permits';
import { attestability, ReadinessRights, waivability } from './readinessCan';
import { ReadinessDoor } from './ReadinessDoor';
import { Visibility } from '../kernel/access/Visibility';

/** What people sign and services report about checks: decides who may. */
export class AuthorizedAnswers {
  readonly #options: {
    door: Door;
    readinessDoor: ReadinessDoor;
    readiness: AuthorizedReadiness;
    writer: ReadinessWriter;
    permits: Permits;
    entityPermits: EntityPermits;
    visibility: Visibility;
  };

  constructor(options: {
    door: Door;
    readinessDoor: ReadinessDoor;
    readiness: AuthorizedReadiness;
    writer: ReadinessWriter;
    permits: Permits;
    entityPermits: EntityPermits;
    visibility: Visibility;
  }) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError for an entity that the caller cannot see
   * @throws NotAllowedError for who does not own it
   */
  async attest(ref: string, command: AttestCommand, options: CallOptions) {
    return this.#sign(ref, options, requireOwner, by =>
      this.#options.writer.attest(ref, command, by),
    );
  }

  /** @throws NotAllowedError for who is no approver, or owns it */
  async waive(ref: string, command: WaiveCommand, options: CallOptions) {
    await this.#requireSomeApprover(options);
    return this.#sign(ref, options, requireApprover, by =>
      this.#options.writer.waive(ref, command, by),
    );
  }

  /** Takes an attestation back: anybody of the owner may. */
  async revokeAttestation(ref: string, id: string, options: CallOptions) {
    const { view } = await this.#sign(ref, options, requireOwner, by =>
      this.#options.writer.revoke(ref, 'attestation', { id, by }),
    );
    return view;
  }

  /** Takes a waiver back: any approver may who does not own the entity. */
  async revokeWaiver(ref: string, id: string, options: CallOptions) {
    await this.#requireSomeApprover(options);
    const { view } = await this.#sign(ref, options, requireApprover, by =>
      this.#options.writer.revoke(ref, 'waiver', { id, by }),
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
    const { door, readinessDoor, permits, entityPermits, writer } =
      this.#options;
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
    return this.#written(credentials, () => writer.report(ref, command, by));
  }

  async #reporter(
    owner: string | null,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { permits } = this.#options;
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

  /** What does not depend on the entity is asked before it is looked up. */
  async #requireSomeApprover({ credentials }: CallOptions): Promise<void> {
    const { door } = this.#options;
    requireApprover({
      isApprover: door.isApprover(await door.viewer(credentials)),
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
    const { readinessDoor, readiness } = this.#options;
    const readable = await readinessDoor.writing(ref, options);
    require(readable.rights);
    const result = await this.#written(options.credentials, () =>
      write(readable.viewer.caller.user),
    );
    return { view: await readiness.view(readable), result };
  }

  async #written<T>(
    credentials: BackstageCredentials,
    write: () => Promise<T>,
  ): Promise<T> {
    const { visibility } = this.#options;
    return withMergeTarget(write, { visibility, credentials });
  }
}

function requireOwner(rights: ReadinessRights): void {
  const answer = attestability(rights);
  if (answer === 'notOwner') {
    throw new NotAllowedError('Only its owner can attest a check');
  }
  requirePermission(pilotReadinessAttestPermission, answer === true);
}

function requireApprover(rights: ReadinessRights): void {
  switch (waivability(rights)) {
    case 'noApprovers':
      throw new NotAllowedError(
        'Nobody is configured to waive; an operator has to set pilot.decisions.approvers first',
      );
    case 'notApprover':
      throw new NotAllowedError('Only approvers waive a check');
    case 'ownsIt':
      throw new NotAllowedError(
        'Your team owns it; an approver of another team waives its checks',
      );
    case 'ownedIt':
      throw new NotAllowedError(
        'Your team owned it within the last 30 days; an approver of another team waives its checks',
      );
    case 'notAllowed':
      throw new NotAllowedError(
        `You lack the permission ${pilotReadinessWaivePermission.name}`,
      );
    default:
  }
}
