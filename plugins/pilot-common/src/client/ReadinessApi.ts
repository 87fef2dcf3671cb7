import type { CheckList } from '../model/check';
import type {
  Attest,
  Report,
  Reported,
  Waive,
} from '../model/readinessAnswers';
import type {
  Readiness,
  ReadinessByRefs,
  ReadinessByRefsResult,
} from '../model/readiness';
import type { ReadinessLog, ReadinessLogQuery } from '../model/readinessLog';
import type { PilotRequestOptions } from './PilotRequestOptions';

/**
 * Calls about readiness: what is missing before others can build on an entity,
 * and who says so.
 * @public
 */
export interface ReadinessApi {
  /** Every check in force. */
  listChecks(request?: PilotRequestOptions): Promise<CheckList>;
  /**
   * Returns what is missing before others can build on an entity, and who said
   * so.
   */
  getReadiness(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  /** @returns the checks of one entity as CSV that a spreadsheet cannot execute */
  getReadinessCsv(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /**
   * The readiness of up to 300 entities at once, in their order; `null` for
   * what the caller cannot see, or what was never looked at.
   */
  getReadinessByRefs(
    body: ReadinessByRefs,
    request?: PilotRequestOptions,
  ): Promise<ReadinessByRefsResult>;
  /** Asks the automatic sources about an entity now. */
  collectReadiness(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  /**
   * Signs, as the owner, whether a check holds. It may be repeated: what stands
   * already changes nothing.
   */
  attestCheck(
    target: string,
    body: Attest,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  /** Takes an attestation of the owner's back. */
  revokeAttestation(
    target: string,
    id: string,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  /**
   * Exempts an entity from a check for a while, as one of the approvers. It may
   * be repeated.
   */
  waiveCheck(
    target: string,
    body: Waive,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  /** Takes a waiver back, as one of the approvers. */
  revokeWaiver(
    target: string,
    id: string,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  /**
   * Reports results of checks. It is for services and for owners to whom it is
   * granted, and may be repeated: what is known already changes nothing.
   */
  reportResults(
    target: string,
    body: Report,
    request?: PilotRequestOptions,
  ): Promise<Reported>;
  /**
   * Lists the answers ever given to the checks of an entity, newest first, in
   * pages.
   */
  getReadinessLog(
    target: string,
    query?: ReadinessLogQuery,
    request?: PilotRequestOptions,
  ): Promise<ReadinessLog>;
  /** @returns all of it as CSV that a spreadsheet cannot execute */
  getReadinessLogCsv(
    target: string,
    query?: Pick<ReadinessLogQuery, 'check'>,
    request?: PilotRequestOptions,
  ): Promise<string>;
}
