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
  Merge,
  MergeResult,
  MovePerson,
  MoveTeam,
  OrphanedPersonPage,
  OrphanedTeamPage,
  OrphanPage,
  Similar,
  SimilarQuery,
} from '../model/similar';
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
  /** @param options - `asOf`: a date or an instant in the past */
  getDemand(
    target: string,
    options?: { asOf?: string },
    request?: PilotRequestOptions,
  ): Promise<Demand>;
  listDemand(
    query?: ListDemandQuery,
    request?: PilotRequestOptions,
  ): Promise<DemandPage>;
  /** @returns all pages of the list as CSV that a spreadsheet cannot execute */
  listDemandCsv(
    query?: Omit<ListDemandQuery, 'cursor' | 'limit' | 'total'>,
    request?: PilotRequestOptions,
  ): Promise<string>;
  /** @param body - at most 500 targets */
  getDemandByRefs(
    body: DemandByRefs,
    request?: PilotRequestOptions,
  ): Promise<DemandByRefsResult>;
  getDemandHistory(
    target: string,
    query?: DemandHistoryQuery,
    request?: PilotRequestOptions,
  ): Promise<DemandHistory>;
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
  /** A 409 carries the interest as it stands as `current` in its body. */
  setInterestStatus(
    id: string,
    body: SetStatus,
    request?: PilotRequestOptions,
  ): Promise<Recorded>;
  listInterests(
    query: ListInterestsQuery,
    request?: PilotRequestOptions,
  ): Promise<InterestPage>;
  /** @returns all pages of the list as CSV that a spreadsheet cannot execute */
  listInterestsCsv(
    query: Omit<ListInterestsQuery, 'cursor' | 'limit' | 'total'>,
    request?: PilotRequestOptions,
  ): Promise<string>;
  findSimilar(
    query: SimilarQuery,
    request?: PilotRequestOptions,
  ): Promise<Similar>;
  /** @param query - `target`: only groups with it; `dismissed`: also those */
  getFragmentation(
    query?: { target?: string; dismissed?: boolean },
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
    query?: { cursor?: string; limit?: number },
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
    query?: { cursor?: string; limit?: number },
    request?: PilotRequestOptions,
  ): Promise<OrphanedTeamPage>;
  listOrphanedPersons(
    query?: { cursor?: string; limit?: number },
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
