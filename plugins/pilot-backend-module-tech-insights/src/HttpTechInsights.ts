import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import {
  CheckRun,
  checkRunSchema,
  EntityRun,
  RegisteredCheck,
  registeredCheckSchema,
  TechInsights,
  TechInsightsOptions,
} from './TechInsights';

/** A batch of entities takes well below a second. */
const timeoutMs = 60_000;

const entityRunsSchema = z.array(
  z.object({
    entity: z.string(),
    results: z.array(z.unknown()),
    error: z.unknown().optional(),
  }),
);

/** On SQLite Tech Insights cannot read the time stamps that it stored. */
const factsSchema = z.record(
  z.string(),
  z.object({ timestamp: z.string().nullish() }),
);

/** Tech Insights by HTTP, asked in the name of the pilot plugin. */
export class HttpTechInsights implements TechInsights {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async listChecks(
    options: TechInsightsOptions,
  ): Promise<readonly RegisteredCheck[]> {
    const answer = await this.#fetch('/checks', {}, options);
    return z.array(registeredCheckSchema).parse(answer);
  }

  async runChecks(
    refs: readonly string[],
    checks: readonly string[],
    options: TechInsightsOptions,
  ): Promise<readonly EntityRun[]> {
    const answer = await this.#fetch(
      '/checks/run',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          entities: refs.map(ref => parseEntityRef(ref)),
          checks,
        }),
      },
      options,
    );
    return entityRunsSchema.parse(answer).map(({ entity, results, error }) => ({
      ref: stringifyEntityRef(parseEntityRef(entity)),
      runs: results.flatMap(readable),
      broken: Boolean(error),
    }));
  }

  async factTimes(
    ref: string,
    retrievers: readonly string[],
    options: TechInsightsOptions,
  ): Promise<ReadonlyMap<string, Date>> {
    const query = new URLSearchParams([
      ['entity', ref],
      ...retrievers.map(id => ['ids', id]),
    ]);
    const answer = await this.#fetch(`/facts/latest?${query}`, {}, options);
    return new Map(
      Object.entries(factsSchema.parse(answer)).flatMap(
        ([id, { timestamp }]): Array<[string, Date]> => {
          const time = new Date(timestamp ?? Number.NaN);
          return Number.isNaN(time.getTime()) ? [] : [[id, time]];
        },
      ),
    );
  }

  async #fetch(
    path: string,
    init: RequestInit,
    { credentials, signal }: TechInsightsOptions,
  ): Promise<unknown> {
    const baseUrl = await this.#discovery.getBaseUrl('tech-insights');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'tech-insights',
    });
    const response = await fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
      signal: AbortSignal.any([
        AbortSignal.timeout(timeoutMs),
        ...(signal ? [signal] : []),
      ]),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

/** Returns a result, or nothing where it is not shaped like one. */
function readable(result: unknown): CheckRun[] {
  const { data } = checkRunSchema.safeParse(result);
  return data ? [data] : [];
}
