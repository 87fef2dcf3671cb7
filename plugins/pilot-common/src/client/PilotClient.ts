import {
  demandSchema,
  recordedSchema,
  type Demand,
  type Recorded,
} from '../model/demand';
import {
  demandByRefsResultSchema,
  demandPageSchema,
  type DemandByRefs,
  type DemandByRefsResult,
  type DemandHistoryQuery,
  type DemandPage,
  type ListDemandQuery,
} from '../model/demandList';
import {
  everythingImportedSchema,
  importResultSchema,
  type EverythingImported,
  type ImportResult,
} from '../model/exchange';
import { demandHistorySchema, type DemandHistory } from '../model/history';
import {
  interestPageSchema,
  type ListInterestsQuery,
  type InterestPage,
  type RecordInterest,
} from '../model/interest';
import {
  erasedPersonSchema,
  withdrawnPersonSchema,
  type ErasedPerson,
  type ErasePerson,
  type WithdrawnPerson,
  type WithdrawPerson,
} from '../model/persons';
import { policySchema, type Policy } from '../model/policy';
import {
  policyPreviewSchema,
  type PolicyPreview,
  type PolicyPreviewRequest,
} from '../model/preview';
import {
  rebuiltSchema,
  storedCheckSchema,
  type MaintenancePage,
  type Rebuilt,
  type StoredCheck,
} from '../model/maintenance';
import { redatedSchema, type Redate, type Redated } from '../model/redate';
import {
  dismissedSchema,
  fragmentationSchema,
  mergeResultSchema,
  orphanedPersonPageSchema,
  orphanedTeamPageSchema,
  orphanPageSchema,
  similarSchema,
  type Dismiss,
  type Fragmentation,
  type Merge,
  type MergeResult,
  type MovePerson,
  type MoveTeam,
  type OrphanedPersonPage,
  type OrphanedTeamPage,
  type OrphanPage,
  type Similar,
  type SimilarQuery,
} from '../model/similar';
import type { SetStatus } from '../model/triage';
import type { PilotApi } from './PilotApi';
import type { PilotRequestOptions } from './PilotRequestOptions';
import { pathOf, posted, targetPath } from './HttpClient';
import { PhaseClient } from './PhaseClient';

const ndjsonType = 'application/x-ndjson';

/**
 * The pilot plugin's API over HTTP, for frontends, backends and scripts. It
 * parses every answer: fields that it does not know are dropped, words that it
 * does not know stay as they are.
 * @public
 */
export class PilotClient extends PhaseClient implements PilotApi {
  /** {@inheritdoc PilotApi.getDemand} */
  async getDemand(
    target: string,
    options: { asOf?: string } = {},
    request: PilotRequestOptions = {},
  ): Promise<Demand> {
    const query = { asOf: options.asOf };
    const path = targetPath('demand', target);
    return this.parsed(demandSchema, path, { ...request, query });
  }

  /** {@inheritdoc PilotApi.listDemand} */
  async listDemand(
    query: ListDemandQuery = {},
    request: PilotRequestOptions = {},
  ): Promise<DemandPage> {
    return this.parsed(demandPageSchema, '/demand', {
      ...request,
      query: { ...query },
    });
  }

  /** {@inheritdoc PilotApi.listDemandCsv} */
  async listDemandCsv(
    query: ListDemandQuery = {},
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.csv('/demand', { ...request, query: { ...query } });
  }

  /** {@inheritdoc PilotApi.getDemandByRefs} */
  async getDemandByRefs(
    body: DemandByRefs,
    request: PilotRequestOptions = {},
  ): Promise<DemandByRefsResult> {
    return this.parsed(demandByRefsResultSchema, '/demand/by-refs', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.getDemandHistory} */
  async getDemandHistory(
    target: string,
    query: DemandHistoryQuery = {},
    request: PilotRequestOptions = {},
  ): Promise<DemandHistory> {
    return this.parsed(
      demandHistorySchema,
      targetPath('demand', target, 'history'),
      { ...request, query: { ...query } },
    );
  }

  /** {@inheritdoc PilotApi.recordInterest} */
  async recordInterest(
    target: string,
    body: RecordInterest,
    request: PilotRequestOptions = {},
  ): Promise<Recorded> {
    return this.parsed(recordedSchema, targetPath('interests', target), {
      ...request,
      ...posted(body),
      method: 'PUT',
    });
  }

  /** {@inheritdoc PilotApi.withdrawInterest} */
  async withdrawInterest(
    id: string,
    request: PilotRequestOptions = {},
  ): Promise<Recorded> {
    const path = pathOf('interests', id);
    return this.parsed(recordedSchema, path, { ...request, method: 'DELETE' });
  }

  /** {@inheritdoc PilotApi.confirmInterest} */
  async confirmInterest(
    id: string,
    request: PilotRequestOptions = {},
  ): Promise<Recorded> {
    const path = pathOf('interests', id, 'confirm');
    return this.parsed(recordedSchema, path, { ...request, method: 'POST' });
  }

  /** {@inheritdoc PilotApi.setInterestStatus} */
  async setInterestStatus(
    id: string,
    body: SetStatus,
    request: PilotRequestOptions = {},
  ): Promise<Recorded> {
    return this.parsed(recordedSchema, pathOf('interests', id, 'status'), {
      ...request,
      ...posted(body),
      method: 'PUT',
    });
  }

  /** {@inheritdoc PilotApi.listInterests} */
  async listInterests(
    query: ListInterestsQuery,
    request: PilotRequestOptions = {},
  ): Promise<InterestPage> {
    return this.parsed(interestPageSchema, '/interests', {
      ...request,
      query: { ...query },
    });
  }

  /** {@inheritdoc PilotApi.listInterestsCsv} */
  async listInterestsCsv(
    query: ListInterestsQuery,
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.csv('/interests', { ...request, query: { ...query } });
  }

  /** {@inheritdoc PilotApi.findSimilar} */
  async findSimilar(
    query: SimilarQuery,
    request: PilotRequestOptions = {},
  ): Promise<Similar> {
    return this.parsed(similarSchema, '/similar', {
      ...request,
      query: { ...query },
    });
  }

  /** {@inheritdoc PilotApi.getFragmentation} */
  async getFragmentation(
    query: { target?: string; dismissed?: boolean } = {},
    request: PilotRequestOptions = {},
  ): Promise<Fragmentation> {
    return this.parsed(fragmentationSchema, '/fragmentation', {
      ...request,
      query,
    });
  }

  /** {@inheritdoc PilotApi.dismissFragmentation} */
  async dismissFragmentation(
    body: Dismiss,
    request: PilotRequestOptions = {},
  ): Promise<{ id: string }> {
    return this.parsed(dismissedSchema, '/fragmentation/dismissals', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.restoreFragmentation} */
  async restoreFragmentation(
    id: string,
    request: PilotRequestOptions = {},
  ): Promise<void> {
    const path = pathOf('fragmentation', 'dismissals', id);
    await this.answer(path, { ...request, method: 'DELETE' });
  }

  /** {@inheritdoc PilotApi.mergeTargets} */
  async mergeTargets(
    body: Merge,
    request: PilotRequestOptions = {},
  ): Promise<MergeResult> {
    return this.parsed(mergeResultSchema, '/merges', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.listOrphans} */
  async listOrphans(
    query: { cursor?: string; limit?: number } = {},
    request: PilotRequestOptions = {},
  ): Promise<OrphanPage> {
    return this.parsed(orphanPageSchema, '/orphans', { ...request, query });
  }

  /** {@inheritdoc PilotApi.moveTeam} */
  async moveTeam(
    body: MoveTeam,
    request: PilotRequestOptions = {},
  ): Promise<MergeResult> {
    return this.parsed(mergeResultSchema, '/merges/teams', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.movePerson} */
  async movePerson(
    body: MovePerson,
    request: PilotRequestOptions = {},
  ): Promise<MergeResult> {
    return this.parsed(mergeResultSchema, '/merges/persons', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.listOrphanedTeams} */
  async listOrphanedTeams(
    query: { cursor?: string; limit?: number } = {},
    request: PilotRequestOptions = {},
  ): Promise<OrphanedTeamPage> {
    const path = '/orphans/teams';
    return this.parsed(orphanedTeamPageSchema, path, { ...request, query });
  }

  /** {@inheritdoc PilotApi.listOrphanedPersons} */
  async listOrphanedPersons(
    query: { cursor?: string; limit?: number } = {},
    request: PilotRequestOptions = {},
  ): Promise<OrphanedPersonPage> {
    const path = '/orphans/persons';
    return this.parsed(orphanedPersonPageSchema, path, { ...request, query });
  }

  /** {@inheritdoc PilotApi.withdrawPerson} */
  async withdrawPerson(
    body: WithdrawPerson,
    request: PilotRequestOptions = {},
  ): Promise<WithdrawnPerson> {
    return this.parsed(withdrawnPersonSchema, '/persons/withdraw', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.erasePerson} */
  async erasePerson(
    body: ErasePerson,
    request: PilotRequestOptions = {},
  ): Promise<ErasedPerson> {
    return this.parsed(erasedPersonSchema, '/persons/erase', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.renewFeed} */
  async renewFeed(request: PilotRequestOptions = {}): Promise<void> {
    await this.answer('/maintenance/feed', { ...request, method: 'POST' });
  }

  /** {@inheritdoc PilotApi.checkStored} */
  async checkStored(
    body: Partial<MaintenancePage>,
    request: PilotRequestOptions = {},
  ): Promise<StoredCheck> {
    return this.parsed(storedCheckSchema, '/maintenance/check', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.rebuildStored} */
  async rebuildStored(
    body: Partial<MaintenancePage>,
    request: PilotRequestOptions = {},
  ): Promise<Rebuilt> {
    return this.parsed(rebuiltSchema, '/maintenance/rebuild', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.redate} */
  async redate(
    body: Redate = {},
    request: PilotRequestOptions = {},
  ): Promise<Redated> {
    return this.parsed(redatedSchema, '/maintenance/redate', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.getPolicy} */
  async getPolicy(request: PilotRequestOptions = {}): Promise<Policy> {
    return this.parsed(policySchema, '/policy', request);
  }

  /** {@inheritdoc PilotApi.previewPolicy} */
  async previewPolicy(
    body: PolicyPreviewRequest,
    request: PilotRequestOptions = {},
  ): Promise<PolicyPreview> {
    return this.parsed(policyPreviewSchema, '/policy/preview', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.importLines} */
  async importLines(
    ndjson: string,
    request: PilotRequestOptions = {},
  ): Promise<ImportResult> {
    return this.parsed(importResultSchema, '/import', {
      ...request,
      method: 'POST',
      contentType: ndjsonType,
      body: ndjson,
    });
  }

  /** {@inheritdoc PilotApi.exportLines} */
  async exportLines(request: PilotRequestOptions = {}): Promise<string> {
    const response = await this.answer('/export', request);
    return response.text();
  }

  /** {@inheritdoc PilotApi.exportEverything} */
  async exportEverything(request: PilotRequestOptions = {}): Promise<string> {
    const response = await this.answer('/export/everything', request);
    return response.text();
  }

  /** {@inheritdoc PilotApi.importEverything} */
  async importEverything(
    file: string,
    request: PilotRequestOptions = {},
  ): Promise<EverythingImported> {
    return this.parsed(everythingImportedSchema, '/import/everything', {
      ...request,
      method: 'POST',
      contentType: ndjsonType,
      body: file,
    });
  }
}
