import { parseEntityRef } from '@backstage/catalog-model';
import { ForwardedError, ResponseError } from '@backstage/errors';
import type { z } from 'zod';
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
  type DemandPage,
  type ListDemandQuery,
} from '../model/demandList';
import { importResultSchema, type ImportResult } from '../model/exchange';
import { demandHistorySchema, type DemandHistory } from '../model/history';
import {
  interestPageSchema,
  type InterestPage,
  type RecordInterest,
} from '../model/interest';
import { policySchema, type Policy } from '../model/policy';
import {
  policyPreviewSchema,
  type PolicyPreview,
  type PolicyPreviewRequest,
} from '../model/preview';
import {
  dismissedSchema,
  fragmentationSchema,
  mergeResultSchema,
  orphanPageSchema,
  similarSchema,
  type Dismiss,
  type Fragmentation,
  type Merge,
  type MergeResult,
  type OrphanPage,
  type Similar,
  type SimilarQuery,
} from '../model/similar';
import type { SetStatus } from '../model/triage';
import type {
  DemandHistoryQuery,
  ListInterestsQuery,
  PilotApi,
  PilotRequestOptions,
} from './PilotApi';

/**
 * Where the pilot plugin is and how to reach it.
 * @public
 */
export interface PilotClientOptions {
  /** In a frontend the `fetchApi`, which signs in and knows `plugin://`. */
  fetchApi: { fetch: typeof fetch };
  /**
   * The plugin's base URL, or how to find it out, asked for at each call as
   * discovery wants it. Default `plugin://pilot`.
   */
  baseUrl?: string | (() => Promise<string>);
}

type QueryValue =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | undefined;

interface Call extends PilotRequestOptions {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  query?: Readonly<Record<string, QueryValue>>;
  accept?: string;
  contentType?: string;
  body?: string;
}

const json = 'application/json';
const ndjsonType = 'application/x-ndjson';
const csvType = 'text/csv';

/** A path of which every segment is data or a plain word. */
const pathOf = (...segments: string[]) =>
  segments.map(segment => `/${encodeURIComponent(segment)}`).join('');

function targetPath(
  collection: string,
  target: string,
  ...further: string[]
): string {
  // As the catalog writes refs.
  const ref = target.toLocaleLowerCase('en-US');
  const { kind, namespace, name } = parseEntityRef(ref);
  return pathOf(collection, kind, namespace, name, ...further);
}

const posted = (body: unknown) => ({
  method: 'POST' as const,
  contentType: json,
  body: JSON.stringify(body),
});

function searchOf(query: Call['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const each of value === undefined ? [] : [value].flat()) {
      search.append(key, String(each));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}

/**
 * The pilot plugin's API over HTTP, for frontends, backends and scripts. It
 * parses every answer; fields that it does not know are dropped.
 * @public
 */
export class PilotClient implements PilotApi {
  readonly #fetchApi: PilotClientOptions['fetchApi'];
  readonly #baseUrl: NonNullable<PilotClientOptions['baseUrl']>;

  constructor(options: PilotClientOptions) {
    this.#fetchApi = options.fetchApi;
    this.#baseUrl = options.baseUrl ?? 'plugin://pilot';
  }

  /** {@inheritdoc PilotApi.getDemand} */
  async getDemand(
    target: string,
    options: { asOf?: string } = {},
    request: PilotRequestOptions = {},
  ): Promise<Demand> {
    const query = { asOf: options.asOf };
    const path = targetPath('demand', target);
    return this.#parsed(demandSchema, path, { ...request, query });
  }

  /** {@inheritdoc PilotApi.listDemand} */
  async listDemand(
    query: ListDemandQuery = {},
    request: PilotRequestOptions = {},
  ): Promise<DemandPage> {
    return this.#parsed(demandPageSchema, '/demand', {
      ...request,
      query: { ...query },
    });
  }

  /** {@inheritdoc PilotApi.listDemandCsv} */
  async listDemandCsv(
    query: ListDemandQuery = {},
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.#csv('/demand', { ...request, query: { ...query } });
  }

  /** {@inheritdoc PilotApi.getDemandByRefs} */
  async getDemandByRefs(
    body: DemandByRefs,
    request: PilotRequestOptions = {},
  ): Promise<DemandByRefsResult> {
    return this.#parsed(demandByRefsResultSchema, '/demand/by-refs', {
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
    return this.#parsed(
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
    return this.#parsed(recordedSchema, targetPath('interests', target), {
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
    return this.#parsed(recordedSchema, path, { ...request, method: 'DELETE' });
  }

  /** {@inheritdoc PilotApi.confirmInterest} */
  async confirmInterest(
    id: string,
    request: PilotRequestOptions = {},
  ): Promise<Recorded> {
    const path = pathOf('interests', id, 'confirm');
    return this.#parsed(recordedSchema, path, { ...request, method: 'POST' });
  }

  /** {@inheritdoc PilotApi.setInterestStatus} */
  async setInterestStatus(
    id: string,
    body: SetStatus,
    request: PilotRequestOptions = {},
  ): Promise<Recorded> {
    return this.#parsed(recordedSchema, pathOf('interests', id, 'status'), {
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
    return this.#parsed(interestPageSchema, '/interests', {
      ...request,
      query: { ...query },
    });
  }

  /** {@inheritdoc PilotApi.listInterestsCsv} */
  async listInterestsCsv(
    query: ListInterestsQuery,
    request: PilotRequestOptions = {},
  ): Promise<string> {
    return this.#csv('/interests', { ...request, query: { ...query } });
  }

  /** {@inheritdoc PilotApi.findSimilar} */
  async findSimilar(
    query: SimilarQuery,
    request: PilotRequestOptions = {},
  ): Promise<Similar> {
    return this.#parsed(similarSchema, '/similar', {
      ...request,
      query: { ...query },
    });
  }

  /** {@inheritdoc PilotApi.getFragmentation} */
  async getFragmentation(
    query: { target?: string; dismissed?: boolean } = {},
    request: PilotRequestOptions = {},
  ): Promise<Fragmentation> {
    return this.#parsed(fragmentationSchema, '/fragmentation', {
      ...request,
      query,
    });
  }

  /** {@inheritdoc PilotApi.dismissFragmentation} */
  async dismissFragmentation(
    body: Dismiss,
    request: PilotRequestOptions = {},
  ): Promise<{ id: string }> {
    return this.#parsed(dismissedSchema, '/fragmentation/dismissals', {
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
    await this.#answer(path, { ...request, method: 'DELETE' });
  }

  /** {@inheritdoc PilotApi.mergeTargets} */
  async mergeTargets(
    body: Merge,
    request: PilotRequestOptions = {},
  ): Promise<MergeResult> {
    return this.#parsed(mergeResultSchema, '/merges', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.listOrphans} */
  async listOrphans(
    query: { cursor?: string; limit?: number } = {},
    request: PilotRequestOptions = {},
  ): Promise<OrphanPage> {
    return this.#parsed(orphanPageSchema, '/orphans', { ...request, query });
  }

  /** {@inheritdoc PilotApi.getPolicy} */
  async getPolicy(request: PilotRequestOptions = {}): Promise<Policy> {
    return this.#parsed(policySchema, '/policy', request);
  }

  /** {@inheritdoc PilotApi.previewPolicy} */
  async previewPolicy(
    body: PolicyPreviewRequest,
    request: PilotRequestOptions = {},
  ): Promise<PolicyPreview> {
    return this.#parsed(policyPreviewSchema, '/policy/preview', {
      ...request,
      ...posted(body),
    });
  }

  /** {@inheritdoc PilotApi.importLines} */
  async importLines(
    ndjson: string,
    request: PilotRequestOptions = {},
  ): Promise<ImportResult> {
    return this.#parsed(importResultSchema, '/import', {
      ...request,
      method: 'POST',
      contentType: ndjsonType,
      body: ndjson,
    });
  }

  /** {@inheritdoc PilotApi.exportLines} */
  async exportLines(request: PilotRequestOptions = {}): Promise<string> {
    const response = await this.#answer('/export', request);
    return response.text();
  }

  async #csv(path: string, call: Call): Promise<string> {
    const response = await this.#answer(path, { ...call, accept: csvType });
    return response.text();
  }

  async #parsed<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    call: Call,
  ): Promise<z.output<Schema>> {
    const response = await this.#answer(path, call);
    try {
      return schema.parse(await response.json());
    } catch (error) {
      call.signal?.throwIfAborted();
      const what = `${call.method ?? 'GET'} ${path}`;
      throw new ForwardedError(`Unexpected answer to ${what}`, error);
    }
  }

  async #answer(path: string, call: Call): Promise<Response> {
    const {
      method = 'GET',
      query,
      accept,
      contentType,
      body,
      token,
      signal,
    } = call;
    const baseUrl =
      typeof this.#baseUrl === 'string' ? this.#baseUrl : await this.#baseUrl();
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${searchOf(query)}`,
      {
        method,
        body,
        signal,
        headers: {
          ...(accept && { Accept: accept }),
          ...(contentType && { 'Content-Type': contentType }),
          ...(token && { Authorization: `Bearer ${token}` }),
        },
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
