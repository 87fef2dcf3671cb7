import type { CheckList } from '../model/check';
import type {
  Attest,
  Readiness,
  ReadinessByRefs,
  ReadinessByRefsResult,
  ReadinessLog,
  Report,
  Reported,
  Waive,
} from '../model/readiness';
import type { PilotRequestOptions } from './PilotRequestOptions';

/**
 * What is missing before others can build on an entity, and who says so.
 * @public
 */
export interface ReadinessApi {
  /** Every check in force. */
  listChecks(request?: PilotRequestOptions): Promise<CheckList>;
  getReadiness(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  /** @returns the checks of one entity as CSV that a spreadsheet cannot execute */
  getReadinessCsv(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /** @param body - at most 300 targets */
  getReadinessByRefs(
    body: ReadinessByRefs,
    request?: PilotRequestOptions,
  ): Promise<ReadinessByRefsResult>;
  /** Asks the automatic sources now. */
  collectReadiness(
    target: string,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  attestCheck(
    target: string,
    body: Attest,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  revokeAttestation(
    target: string,
    id: string,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  waiveCheck(
    target: string,
    body: Waive,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  revokeWaiver(
    target: string,
    id: string,
    request?: PilotRequestOptions,
  ): Promise<Readiness>;
  /** For services, and for owners to whom it is granted. */
  reportResults(
    target: string,
    body: Report,
    request?: PilotRequestOptions,
  ): Promise<Reported>;
  /** What was ever said about the checks of an entity, newest first. */
  getReadinessLog(
    target: string,
    query?: { check?: string; cursor?: string; limit?: number },
    request?: PilotRequestOptions,
  ): Promise<ReadinessLog>;
  /** @returns all of it as CSV that a spreadsheet cannot execute */
  getReadinessLogCsv(
    target: string,
    query?: { check?: string },
    request?: PilotRequestOptions,
  ): Promise<string>;
}
