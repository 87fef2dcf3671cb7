import { Config } from '@backstage/config';

/** The service token that everybody can read in app-config.yaml. */
const developmentToken = 'pilot-development-token';

/**
 * @throws Error when the static service token is still the one for development,
 * with which anybody who read this repository could import and export.
 */
export function refuseDevelopmentToken(config: Config): void {
  const tokens = (
    config.getOptionalConfigArray('backend.auth.externalAccess') ?? []
  ).map(access => access.getOptionalString('options.token'));
  if (tokens.includes(developmentToken)) {
    throw new Error(
      'backend.auth.externalAccess still has the service token for development, while NODE_ENV is not development. ' +
        'Set PILOT_SERVICE_TOKEN to a secret, or set backend.auth.externalAccess to [].',
    );
  }
}
