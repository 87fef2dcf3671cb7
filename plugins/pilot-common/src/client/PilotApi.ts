import type { Demand, Recorded } from '../model/demand';
import type {
  DemandByRefs,
  DemandByRefsResult,
  DemandHistoryQuery,
  DemandPage,
  ListDemandQuery,
} from '../model/demandList';
import type { EverythingImported, ImportResult } from '../model/exchange';
import type { DemandHistory } from '../model/history';
import type {
  InterestPage,
  ListInterestsQuery,
  RecordInterest,
} from '../model/interest';
import type {
  ErasedPerson,
  ErasePerson,
  WithdrawnPerson,
  WithdrawPerson,
} from '../model/persons';
import type { PageQuery } from '../model/parameters';
import type { Policy } from '../model/policy';
import type { PolicyPreview, PolicyPreviewRequest } from '../model/preview';
import type {
  MaintenancePage,
  Rebuilt,
  StoredCheck,
} from '../model/maintenance';
import type { Redate, Redated } from '../model/redate';
import type {
  Dismiss,
  Fragmentation,
  FragmentationQuery,
} from '../model/fragmentation';
import type { Merge, MergeResult } from '../model/merge';
import type { MovePerson, MoveTeam } from '../model/moves';
import type {
  OrphanedPersonPage,
  OrphanedTeamPage,
  OrphanPage,
} from '../model/orphans';
import type { Similar, SimilarQuery } from '../model/similar';
import type { SetStatus } from '../model/triage';
import type { PhaseApi } from './PhaseApi';
import type { PilotRequestOptions } from './PilotRequestOptions';
import type { ReadinessApi } from './ReadinessApi';

/**
 * The pilot plugin's API. Targets, teams and authors are entity refs. Every
 * method throws a `ResponseError` when the answer is not a success, and a
 * `ForwardedError` when it is none that this version understands.
 * @public
 */
export interface PilotApi extends ReadinessApi, PhaseApi {
  /**
   * The demand for an entity.
   *
   * @param query - `asOf`: a date, which means its end in UTC, or an instant;
   *   now if absent
   */
  getDemand(
    target: string,
    query?: { asOf?: string },
    request?: PilotRequestOptions,
  ): Promise<Demand>;
  /** Targets ranked by demand, in pages. */
  listDemand(
    query?: ListDemandQuery,
    request?: PilotRequestOptions,
  ): Promise<DemandPage>;
  /** @returns all pages of the list as CSV that a spreadsheet cannot execute */
  listDemandCsv(
    query?: Omit<ListDemandQuery, 'cursor' | 'limit' | 'total'>,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /**
   * The demand for up to 500 entities at once, in their order; `null` for what
   * the caller cannot see.
   */
  getDemandByRefs(
    body: DemandByRefs,
    request?: PilotRequestOptions,
  ): Promise<DemandByRefsResult>;
  /** Returns how the demand for an entity came to be. */
  getDemandHistory(
    target: string,
    query?: DemandHistoryQuery,
    request?: PilotRequestOptions,
  ): Promise<DemandHistory>;
  /**
   * Records, completes or reopens the caller's interest in an entity. It may be
   * repeated: what stands already changes nothing.
   */
  recordInterest(
    target: string,
    body: RecordInterest,
    request?: PilotRequestOptions,
  ): Promise<Recorded>;
  /** Withdraws an interest of the caller's. */
  withdrawInterest(
    id: string,
    request?: PilotRequestOptions,
  ): Promise<Recorded>;
  /** Says that an interest of the caller's is still needed. */
  confirmInterest(id: string, request?: PilotRequestOptions): Promise<Recorded>;
  /**
   * Answers an interest in what the caller owns. On another version than the
   * present one it is refused with 409, which has it as it stands in `current`.
   */
  setInterestStatus(
    id: string,
    body: SetStatus,
    request?: PilotRequestOptions,
  ): Promise<Recorded>;
  /** Interests that the caller may see, newest first, in pages. */
  listInterests(
    query: ListInterestsQuery,
    request?: PilotRequestOptions,
  ): Promise<InterestPage>;
  /** @returns all pages of the list as CSV that a spreadsheet cannot execute */
  listInterestsCsv(
    query: Omit<ListInterestsQuery, 'cursor' | 'limit' | 'total'>,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /** Finds what looks like a target or like words, most similar first. */
  findSimilar(
    query: SimilarQuery,
    request?: PilotRequestOptions,
  ): Promise<Similar>;
  /**
   * Lists what teams are about to build twice, most teams first.
   *
   * @param query - `target`: only groups with it; `dismissed`: also those
   */
  getFragmentation(
    query?: FragmentationQuery,
    request?: PilotRequestOptions,
  ): Promise<Fragmentation>;
  dismissFragmentation(
    body: Dismiss,
    request?: PilotRequestOptions,
  ): Promise<{ id: string }>;
  restoreFragmentation(
    id: string,
    request?: PilotRequestOptions,
  ): Promise<void>;
  mergeTargets(
    body: Merge,
    request?: PilotRequestOptions,
  ): Promise<MergeResult>;
  listOrphans(
    query?: PageQuery,
    request?: PilotRequestOptions,
  ): Promise<OrphanPage>;
  /** Moves everything of a team that the catalog has no more. */
  moveTeam(body: MoveTeam, request?: PilotRequestOptions): Promise<MergeResult>;
  /** Moves everything of a person whom the catalog has no more. */
  movePerson(
    body: MovePerson,
    request?: PilotRequestOptions,
  ): Promise<MergeResult>;
  listOrphanedTeams(
    query?: PageQuery,
    request?: PilotRequestOptions,
  ): Promise<OrphanedTeamPage>;
  listOrphanedPersons(
    query?: PageQuery,
    request?: PilotRequestOptions,
  ): Promise<OrphanedPersonPage>;
  /** Withdraws everything that somebody asks for who left. */
  withdrawPerson(
    body: WithdrawPerson,
    request?: PilotRequestOptions,
  ): Promise<WithdrawnPerson>;
  /** Takes a person out of everything that is kept; a pseudonym stands there. */
  erasePerson(
    body: ErasePerson,
    request?: PilotRequestOptions,
  ): Promise<ErasedPerson>;
  /** Mends what a clock that was ahead has dated; for administrators. */
  redate(body?: Redate, request?: PilotRequestOptions): Promise<Redated>;
  /** Lets every reader of the catalog's feed load everything. */
  renewFeed(request?: PilotRequestOptions): Promise<void>;
  /** Compares what is stored of targets with their logs. */
  checkStored(
    body: Partial<MaintenancePage>,
    request?: PilotRequestOptions,
  ): Promise<StoredCheck>;
  /** Writes what follows from the logs of targets anew. */
  rebuildStored(
    body: Partial<MaintenancePage>,
    request?: PilotRequestOptions,
  ): Promise<Rebuilt>;
  /** The policy that scores are made by now. */
  getPolicy(request?: PilotRequestOptions): Promise<Policy>;
  previewPolicy(
    body: PolicyPreviewRequest,
    request?: PilotRequestOptions,
  ): Promise<PolicyPreview>;
  /** @param ndjson - lines of an export, at most 1,000 of them */
  importLines(
    ndjson: string,
    request?: PilotRequestOptions,
  ): Promise<ImportResult>;
  /** @returns everything as JSON lines, oldest first */
  exportLines(request?: PilotRequestOptions): Promise<string>;
  /**
   * Everything that cannot be recomputed, as one text: for a large portal, stream
   * `GET /export/everything` into a file instead.
   */
  exportEverything(request?: PilotRequestOptions): Promise<string>;
  /** @param file - what `exportEverything` answered elsewhere, all of it */
  importEverything(
    file: string,
    request?: PilotRequestOptions,
  ): Promise<EverythingImported>;
}
