import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Adoption,
  Attest,
  CheckList,
  Decide,
  DecisionPage,
  Demand,
  DemandByRefs,
  DemandByRefsResult,
  DemandHistory,
  DemandHistoryQuery,
  DemandPage,
  Fragmentation,
  InterestPage,
  ListDemandQuery,
  ListInterestsQuery,
  ListPilotsQuery,
  Pilot,
  PilotPage,
  Policy,
  Propose,
  Rate,
  Readiness,
  ReadinessByRefs,
  ReadinessByRefsResult,
  ReadinessLog,
  Recorded,
  RecordInterest,
  Report,
  Reported,
  SetStatus,
  Similar,
  SimilarQuery,
  Waive,
} from '@pilot-to-platform/plugin-pilot-common';

/**
 * In whose name a call is made. Interest and decisions belong to people: except
 * where said, these are a user's credentials, and the answers are what that user may see.
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

  /** Targets ranked by demand, in pages. */
  listDemand(
    query: ListDemandQuery,
    options: PilotServiceOptions,
  ): Promise<DemandPage>;

  /**
   * The demand for up to 500 entities at once, in their order; `null` for what
   * the user cannot see.
   */
  getDemandByRefs(
    request: DemandByRefs,
    options: PilotServiceOptions,
  ): Promise<DemandByRefsResult>;

  /** How the demand for an entity came to be. */
  getDemandHistory(
    target: string,
    query: DemandHistoryQuery,
    options: PilotServiceOptions,
  ): Promise<DemandHistory>;

  /** What looks like a target or like words, most similar first. */
  findSimilar(
    query: SimilarQuery,
    options: PilotServiceOptions,
  ): Promise<Similar>;

  /**
   * What teams are about to build twice, most teams first.
   *
   * @param query - `target`: only groups with it; `dismissed`: also those
   */
  getFragmentation(
    query: { target?: string; dismissed?: boolean },
    options: PilotServiceOptions,
  ): Promise<Fragmentation>;

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

  /**
   * Answers an interest in what the user owns. On another version than the
   * present one it is refused with 409.
   */
  setInterestStatus(
    id: string,
    status: SetStatus,
    options: PilotServiceOptions,
  ): Promise<Recorded>;

  /** Every check in force. */
  listChecks(options: PilotServiceOptions): Promise<CheckList>;

  /** What is missing before others can build on an entity, and who said so. */
  getReadiness(
    target: string,
    options: PilotServiceOptions,
  ): Promise<Readiness>;

  /**
   * The readiness of up to 300 entities at once, in their order; `null` for
   * what the user cannot see, or what was never looked at.
   */
  getReadinessByRefs(
    request: ReadinessByRefs,
    options: PilotServiceOptions,
  ): Promise<ReadinessByRefsResult>;

  /** Asks the automatic sources about an entity now. */
  collectReadiness(
    target: string,
    options: PilotServiceOptions,
  ): Promise<Readiness>;

  /**
   * Signs, as the owner, whether a check holds. It may be repeated: what stands
   * already changes nothing.
   */
  attestCheck(
    target: string,
    attestation: Attest,
    options: PilotServiceOptions,
  ): Promise<Readiness>;

  /** Takes an attestation of the owner's back. */
  revokeAttestation(
    target: string,
    id: string,
    options: PilotServiceOptions,
  ): Promise<Readiness>;

  /**
   * Exempts an entity from a check for a while, as one of the approvers. It may
   * be repeated.
   */
  waiveCheck(
    target: string,
    waiver: Waive,
    options: PilotServiceOptions,
  ): Promise<Readiness>;

  /** Takes a waiver back, as one of the approvers. */
  revokeWaiver(
    target: string,
    id: string,
    options: PilotServiceOptions,
  ): Promise<Readiness>;

  /** What was ever said about the checks of an entity, newest first, in pages. */
  getReadinessLog(
    target: string,
    query: { check?: string; cursor?: string; limit?: number },
    options: PilotServiceOptions,
  ): Promise<ReadinessLog>;

  /**
   * Reports results of checks. It is for services and for owners to whom it is
   * granted, and may be repeated: what is known already changes nothing.
   */
  reportResults(
    target: string,
    results: Report,
    options: PilotServiceOptions,
  ): Promise<Reported>;

  /** Pilots with their readiness, and what comes next, in pages. */
  listPilots(
    query: ListPilotsQuery,
    options: PilotServiceOptions,
  ): Promise<PilotPage>;

  /** Where a Pilot stands, and what comes next. */
  getPilot(target: string, options: PilotServiceOptions): Promise<Pilot>;

  /**
   * Proposes another phase for a Pilot of the user's. It may be repeated: the
   * proposal that stands already changes nothing. Another open one, a closed
   * gate and another version than the present one are refused with 409.
   */
  proposePhase(
    target: string,
    proposal: Propose,
    options: PilotServiceOptions,
  ): Promise<Pilot>;

  /**
   * Decides a proposal, as one of the approvers. On another version than the
   * present one it is refused with 409.
   *
   * @param id - of the proposal
   */
  decideProposal(
    target: string,
    id: string,
    decision: Decide,
    options: PilotServiceOptions,
  ): Promise<Pilot>;

  /**
   * Withdraws a proposal of the user's.
   *
   * @param id - of the proposal
   */
  withdrawProposal(
    target: string,
    id: string,
    options: PilotServiceOptions,
  ): Promise<Pilot>;

  /** What was decided about a Pilot, newest first, in pages. */
  listDecisions(
    target: string,
    query: { cursor?: string; limit?: number },
    options: PilotServiceOptions,
  ): Promise<DecisionPage>;

  /** Who a Pilot serves, how fast, and how well. */
  getAdoption(target: string, options: PilotServiceOptions): Promise<Adoption>;

  /**
   * Says how well a Pilot works for a team of the user's that it serves. The
   * last answer of a quarter counts.
   */
  rateSatisfaction(
    target: string,
    rating: Rate,
    options: PilotServiceOptions,
  ): Promise<Adoption>;

  /** The policy that scores are made by now. */
  getPolicy(options: PilotServiceOptions): Promise<Policy>;
}
