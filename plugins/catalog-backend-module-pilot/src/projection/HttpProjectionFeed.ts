import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  ProjectionPage,
  projectionPageSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { PilotFetch, pilotFetch } from '../pilotFetch';
import { ProjectionFeed } from './ProjectionFeed';

const pageSize = 2_000;

/** The feed of the pilot backend, read as the catalog plugin. */
export class HttpProjectionFeed implements ProjectionFeed {
  readonly #fetch: PilotFetch;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#fetch = pilotFetch(options);
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
    const response = await this.#fetch(`/projection?${query}`, { signal });
    return projectionPageSchema.parse(await response.json());
  }

  async acknowledge(
    position: { epoch: string; sequence: number },
    { signal }: { signal: AbortSignal },
  ): Promise<void> {
    const response = await this.#fetch('/projection/acknowledged', {
      signal,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(position),
    });
    // An unread body holds its connection.
    await response.arrayBuffer();
  }
}
