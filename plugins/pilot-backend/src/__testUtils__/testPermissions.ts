import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

/** Decision of a test's policy on a permission; nothing means allowed. */
export type Decide = (
  permission: string,
  /** Nobody for a service. */
  person: string | undefined,
) => PolicyDecision | undefined;

/** Of nothing that nobody may see, the catalog has to be asked. */
const askTheCatalog: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: {},
  },
};

export function permissions(options: {
  denied: readonly string[];
  conditional: boolean;
  decide?: Decide;
}) {
  const decisionOf = (permission: string, credentials: any): PolicyDecision => {
    const person = credentials.principal.userEntityRef?.split('/')[1];
    if (options.denied.includes(permission)) {
      return { result: AuthorizeResult.DENY };
    }
    if (options.conditional && permission === 'catalog.entity.read') {
      return askTheCatalog;
    }
    return (
      options.decide?.(permission, person) ?? { result: AuthorizeResult.ALLOW }
    );
  };
  return mockServices.permissions.mock({
    authorize: async (requests, { credentials }: any) =>
      requests.map(({ permission }) => {
        const { result } = decisionOf(permission.name, credentials);
        return {
          result:
            result === AuthorizeResult.ALLOW
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        };
      }),
    authorizeConditional: async (requests, { credentials }: any) =>
      requests.map(({ permission }) =>
        decisionOf(permission.name, credentials),
      ),
  }).factory;
}
