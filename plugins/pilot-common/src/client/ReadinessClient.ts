import { checkListSchema, type CheckList } from '../model/check';
import {
  readinessByRefsResultSchema,
  readinessLogSchema,
  readinessSchema,
  reportedSchema,
  type Attest,
  type Readiness,
  type ReadinessByRefs,
  type ReadinessByRefsResult,
  type ReadinessLog,
  type Report,
  type Reported,
  type Waive,
} from '../model/readiness';
import { HttpClient, posted, targetPath } from './HttpClient';
import type { PilotRequestOptions } from './PilotRequestOptions';
import type { ReadinessApi } from './ReadinessApi';

/**
 * The part of the client that is about readiness.
 * @public
 */
export class ReadinessClient extends HttpClient implements ReadinessApi {
  /** {@inheritdoc ReadinessApi.listChecks} */
  async listChecks(request: PilotRequestOptions = {}): Promise<CheckList> {
    return this.parsed(checkListSchema, '/readiness/checks', request);
  }

  /** {@inheritdoc ReadinessApi.getReadiness} */
  async getReadiness(
    target: string,
    request: PilotRequestOptions = {},
  ): Promise<Readiness> {
    return this.parsed(
      readinessSchema,
      targetPath('readiness', target),
      request,
    );
  }

  /** {@inheritdoc ReadinessApi.getReadinessCsv} */
  async getReadinessCsv(
    target: string,
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.csv(targetPath('readiness', target), request);
  }

  /** {@inheritdoc ReadinessApi.getReadinessByRefs} */
  async getReadinessByRefs(
    body: ReadinessByRefs,
    request: PilotRequestOptions = {},
  ): Promise<ReadinessByRefsResult> {
    return this.parsed(readinessByRefsResultSchema, '/readiness/by-refs', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc ReadinessApi.collectReadiness} */
  async collectReadiness(
    target: string,
    request: PilotRequestOptions = {},
  ): Promise<Readiness> {
    return this.parsed(
      readinessSchema,
      targetPath('readiness', target, 'collect'),
      { ...request, method: 'POST' },
    );
  }

  /** {@inheritdoc ReadinessApi.attestCheck} */
  async attestCheck(
    target: string,
    body: Attest,
    request: PilotRequestOptions = {},
  ): Promise<Readiness> {
    return this.parsed(
      readinessSchema,
      targetPath('readiness', target, 'attestations'),
      { ...request, ...posted(body) },
    );
  }

  /** {@inheritdoc ReadinessApi.revokeAttestation} */
  async revokeAttestation(
    target: string,
    id: string,
    request: PilotRequestOptions = {},
  ): Promise<Readiness> {
    return this.parsed(
      readinessSchema,
      targetPath('readiness', target, 'attestations', id),
      { ...request, method: 'DELETE' },
    );
  }

  /** {@inheritdoc ReadinessApi.waiveCheck} */
  async waiveCheck(
    target: string,
    body: Waive,
    request: PilotRequestOptions = {},
  ): Promise<Readiness> {
    return this.parsed(
      readinessSchema,
      targetPath('readiness', target, 'waivers'),
      { ...request, ...posted(body) },
    );
  }

  /** {@inheritdoc ReadinessApi.revokeWaiver} */
  async revokeWaiver(
    target: string,
    id: string,
    request: PilotRequestOptions = {},
  ): Promise<Readiness> {
    return this.parsed(
      readinessSchema,
      targetPath('readiness', target, 'waivers', id),
      { ...request, method: 'DELETE' },
    );
  }

  /** {@inheritdoc ReadinessApi.reportResults} */
  async reportResults(
    target: string,
    body: Report,
    request: PilotRequestOptions = {},
  ): Promise<Reported> {
    return this.parsed(
      reportedSchema,
      targetPath('readiness', target, 'results'),
      { ...request, ...posted(body) },
    );
  }

  /** {@inheritdoc ReadinessApi.getReadinessLog} */
  async getReadinessLog(
    target: string,
    query: { check?: string; cursor?: string; limit?: number } = {},
    request: PilotRequestOptions = {},
  ): Promise<ReadinessLog> {
    return this.parsed(
      readinessLogSchema,
      targetPath('readiness', target, 'log'),
      { ...request, query },
    );
  }

  /** {@inheritdoc ReadinessApi.getReadinessLogCsv} */
  async getReadinessLogCsv(
    target: string,
    query: { check?: string } = {},
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.csv(targetPath('readiness', target, 'log'), {
      ...request,
      query,
    });
  }
}
