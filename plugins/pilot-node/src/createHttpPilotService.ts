import { AuthService } from '@backstage/backend-plugin-api';
import { PilotApi } from '@pilot-to-platform/plugin-pilot-common';
import {
  PilotService,
  PilotServiceOptions,
  pilotServiceMethods,
} from './PilotService';

/** Makes the service of a client of the backend, with a token of its own for each call. */
export function createHttpPilotService({
  api,
  auth,
}: {
  readonly api: PilotApi;
  readonly auth: AuthService;
}): PilotService {
  const methodOf =
    (name: (typeof pilotServiceMethods)[number]) =>
    async (...args: unknown[]): Promise<unknown> => {
      const { credentials } = args.at(-1) as PilotServiceOptions;
      const request = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'pilot',
      });
      const call = api[name] as (...given: unknown[]) => Promise<unknown>;
      return call.apply(api, [...args.slice(0, -1), request]);
    };
  return Object.fromEntries(
    pilotServiceMethods.map(name => [name, methodOf(name)]),
  ) as unknown as PilotService;
}
