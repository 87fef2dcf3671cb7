import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ProjectionPage,
  projectionPageSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { ProjectionFeed } from './ProjectionFeed';

const pageSize = 2_000;
/** A page of 2,000 rows takes well below a second, after the wait for a change. */
const timeoutMs = 30_000;

/** The feed of the pilot backend, read as the catalog plugin. */
export class HttpProjectionFeed implements ProjectionFeed {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async read(
    position: { since: number; epoch?: string; wait?: number },
    { signal }: { signal: AbortSignal },
  ): Promise<ProjectionPage> {
    const query = new URLSearchParams({
      since: String(position.since),
      limit: String(pageSize),
      ...(position.epoch && { epoch: position.epoch }),
      ...(position.wait && { wait: String(position.wait) }),
    });
    const response = await this.#fetch(`?${query}`, { signal });
    return projectionPageSchema.parse(await response.json());
  }

  async acknowledge(
    position: { epoch: string; sequence: number },
    { signal }: { signal: AbortSignal },
  ): Promise<void> {
    const response = await this.#fetch('/acknowledged', {
      signal,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(position),
    });
    // An unread body holds its connection.
    await response.arrayBuffer();
  }

  async #fetch(
    path: string,
    init: RequestInit & { signal: AbortSignal },
  ): Promise<Response> {
    const baseUrl = await this.#discovery.getBaseUrl('pilot');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'pilot',
    });
    const response = await fetch(`${baseUrl}/internal/projection${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
      signal: AbortSignal.any([init.signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
