import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Demand,
  InterestPage,
  ListInterestsQuery,
  Policy,
  Recorded,
  RecordInterest,
} from '@pilot-to-platform/plugin-pilot-common';

/**
 * In whose name a call is made. Interest belongs to people: except where said,
 * these are a user's credentials, and the answers are what that user may see.
 * @public
 */
export interface PilotServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * What other backend plugins can ask of Pilot to Platform. Targets and teams
 * are entity refs. Every method throws a `ResponseError` with the status and
 * message of an answer that is not a success, such as 403 and 404.
 * @public
 */
export interface PilotService {
  /**
   * The demand for an entity.
   *
   * @param request - `asOf`: a date, which means its end in UTC, or an instant;
   *   now if absent
   */
  getDemand(
    target: string,
    request: { asOf?: string },
    options: PilotServiceOptions,
  ): Promise<Demand>;

  /**
   * Records, completes or reopens the user's interest in an entity. It may be
   * repeated: what stands already changes nothing.
   */
  recordInterest(
    target: string,
    interest: RecordInterest,
    options: PilotServiceOptions,
  ): Promise<Recorded>;

  /** Interests that the user may see, newest first, in pages. */
  listInterests(
    query: ListInterestsQuery,
    options: PilotServiceOptions,
  ): Promise<InterestPage>;

  /** Withdraws an interest of the user's. */
  withdrawInterest(id: string, options: PilotServiceOptions): Promise<Recorded>;

  /** Says that an interest of the user's is still needed. */
  confirmInterest(id: string, options: PilotServiceOptions): Promise<Recorded>;

  /** The policy that scores are made by now. */
  getPolicy(options: PilotServiceOptions): Promise<Policy>;
}
