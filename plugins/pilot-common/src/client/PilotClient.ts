import { parseEntityRef } from '@backstage/catalog-model';
import { ForwardedError, ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import {
  demandSchema,
  recordedSchema,
  type Demand,
  type Recorded,
} from '../model/demand';
import { importResultSchema, type ImportResult } from '../model/exchange';
import {
  interestPageSchema,
  type InterestPage,
  type RecordInterest,
} from '../model/interest';
import { policySchema, type Policy } from '../model/policy';
import type {
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

interface Call extends PilotRequestOptions {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  query?: Readonly<Record<string, string | number | undefined>>;
  contentType?: string;
  body?: string;
}

const json = 'application/json';
const ndjsonType = 'application/x-ndjson';

/** A path of which every segment is data or a plain word. */
const pathOf = (...segments: string[]) =>
  segments.map(segment => `/${encodeURIComponent(segment)}`).join('');

function targetPath(collection: string, target: string): string {
  // As the catalog writes refs.
  const ref = target.toLocaleLowerCase('en-US');
  const { kind, namespace, name } = parseEntityRef(ref);
  return pathOf(collection, kind, namespace, name);
}

function searchOf(query: Call['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) search.set(key, String(value));
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

  /** {@inheritdoc PilotApi.recordInterest} */
  async recordInterest(
    target: string,
    body: RecordInterest,
    request: PilotRequestOptions = {},
  ): Promise<Recorded> {
    return this.#parsed(recordedSchema, targetPath('interests', target), {
      ...request,
      method: 'PUT',
      contentType: json,
      body: JSON.stringify(body),
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

  /** {@inheritdoc PilotApi.getPolicy} */
  async getPolicy(request: PilotRequestOptions = {}): Promise<Policy> {
    return this.#parsed(policySchema, '/policy', request);
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
    const { method = 'GET', query, contentType, body, token, signal } = call;
    const baseUrl =
      typeof this.#baseUrl === 'string' ? this.#baseUrl : await this.#baseUrl();
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${searchOf(query)}`,
      {
        method,
        body,
        signal,
        headers: {
          ...(contentType && { 'Content-Type': contentType }),
          ...(token && { Authorization: `Bearer ${token}` }),
        },
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
