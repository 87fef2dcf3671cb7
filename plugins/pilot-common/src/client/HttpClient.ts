import { ForwardedError, ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { PilotRequestOptions } from './PilotRequestOptions';

/**
 * Options of a client: where the pilot plugin is and how to reach it.
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

/** A value of a query. @public */
export type QueryValue =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | undefined;

/** One request. @public */
export interface Call extends PilotRequestOptions {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  query?: Readonly<Record<string, QueryValue>>;
  accept?: string;
  contentType?: string;
  body?: string;
}

const csvType = 'text/csv';

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
 * Calls the pilot plugin over HTTP and parses its answers. Fields that it does
 * not know are dropped; words that it does not know stay as they are.
 * @public
 */
export class HttpClient {
  readonly #fetchApi: PilotClientOptions['fetchApi'];
  readonly #baseUrl: NonNullable<PilotClientOptions['baseUrl']>;

  constructor(options: PilotClientOptions) {
    this.#fetchApi = options.fetchApi;
    this.#baseUrl = options.baseUrl ?? 'plugin://pilot';
  }

  protected async csv(path: string, call: Call): Promise<string> {
    const response = await this.answer(path, { ...call, accept: csvType });
    return response.text();
  }

  protected async parsed<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    call: Call,
  ): Promise<z.output<Schema>> {
    const response = await this.answer(path, call);
    try {
      return schema.parse(await response.json());
    } catch (error) {
      call.signal?.throwIfAborted();
      const what = `${call.method ?? 'GET'} ${path}`;
      throw new ForwardedError(`Unexpected answer to ${what}`, error);
    }
  }

  protected async answer(path: string, call: Call): Promise<Response> {
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
