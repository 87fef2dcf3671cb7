import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Well above what the pilot backend takes for any answer, a wait for a change included. */
const timeoutMs = 30_000;

/** A request to a path of the pilot backend, made as the catalog plugin. */
export type PilotFetch = (
  path: string,
  init: RequestInit & { signal: AbortSignal },
) => Promise<Response>;

/** Calls the internal paths of the pilot backend; an answer of failure throws. */
export function pilotFetch({
  auth,
  discovery,
}: {
  auth: AuthService;
  discovery: DiscoveryService;
}): PilotFetch {
  return async (path, init) => {
    const baseUrl = await discovery.getBaseUrl('pilot');
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'pilot',
    });
    const response = await fetch(`${baseUrl}/internal${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
      signal: AbortSignal.any([init.signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  };
}
