import type { Demand, Recorded } from '../model/demand';
import type { ImportResult } from '../model/exchange';
import type { InterestPage, RecordInterest } from '../model/interest';
import type { Policy } from '../model/policy';
import type { InterestStatus } from '../model/vocabulary';

/**
 * What goes along with a request.
 * @public
 */
export interface PilotRequestOptions {
  /** A Backstage token; needed wherever `fetch` does not add one by itself. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * Which interests to list. All given conditions must hold.
 * @public
 */
export interface ListInterestsQuery {
  target?: string;
  team?: string;
  /** A User ref, or `me`. */
  author?: string;
  status?: InterestStatus;
  /** The `nextCursor` of the page before. */
  cursor?: string;
  limit?: number;
}

/**
 * The pilot plugin's API. Targets, teams and authors are entity refs. Every
 * method throws a `ResponseError` when the answer is not a success, and a
 * `ForwardedError` when it is none that this version understands.
 * @public
 */
export interface PilotApi {
  /** @param options - `asOf`: a date or an instant in the past */
  getDemand(
    target: string,
    options?: { asOf?: string },
    request?: PilotRequestOptions,
  ): Promise<Demand>;
  recordInterest(
    target: string,
    body: RecordInterest,
    request?: PilotRequestOptions,
  ): Promise<Recorded>;
  withdrawInterest(
    id: string,
    request?: PilotRequestOptions,
  ): Promise<Recorded>;
  confirmInterest(id: string, request?: PilotRequestOptions): Promise<Recorded>;
  listInterests(
    query: ListInterestsQuery,
    request?: PilotRequestOptions,
  ): Promise<InterestPage>;
  getPolicy(request?: PilotRequestOptions): Promise<Policy>;
  /** @param ndjson - lines of an export, at most 1,000 of them */
  importLines(
    ndjson: string,
    request?: PilotRequestOptions,
  ): Promise<ImportResult>;
  /** @returns everything as JSON lines, oldest first */
  exportLines(request?: PilotRequestOptions): Promise<string>;
}
