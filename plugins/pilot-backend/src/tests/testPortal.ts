import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { pilotInterestCreateOnBehalfPermission } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import request from 'supertest';
import { pilotPlugin } from '../plugin';
import { TestCatalog } from './testCatalog';

/** The people of the test portal and the groups that they belong to. */
export const people = {
  ana: ['group:default/payments'],
  ben: ['group:default/payments', 'group:default/checkout'],
  cleo: ['group:default/ads'],
  dana: ['group:default/partner-tech'],
  sam: [],
} as const;
export type Person = keyof typeof people;

function userInfo() {
  return mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { userEntityRef } = (credentials as any).principal;
      const person = userEntityRef.split('/')[1] as Person;
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...people[person]],
      };
    },
  }).factory;
}

function permissions(denied: readonly string[], conditional: boolean) {
  return mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(() =>
        conditional
          ? ({
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: {},
              },
            } as const)
          : ({ result: AuthorizeResult.ALLOW } as const),
      ),
  }).factory;
}

/** A running pilot backend on the given database, with a catalog in memory. */
export async function startPortal(options: {
  knex: Knex;
  config?: object;
  /** Names of permissions that nobody has; recording on behalf if not given. */
  denied?: readonly string[];
  /** Whether the catalog has to be asked what each caller sees. */
  conditional?: boolean;
}) {
  const catalog = new TestCatalog();
  const backend = await startTestBackend({
    features: [
      pilotPlugin,
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true }, ...options.config },
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      userInfo(),
      permissions(
        options.denied ?? [pilotInterestCreateOnBehalfPermission.name],
        options.conditional ?? false,
      ),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog.service(),
      }),
    ],
  });
  const withToken = (token: string) => {
    const call =
      (method: 'get' | 'put' | 'post' | 'delete') => (path: string) =>
        request(backend.server)
          [method](`/api/pilot${path}`)
          .set('authorization', token);
    return {
      get: call('get'),
      put: call('put'),
      post: call('post'),
      delete: call('delete'),
    };
  };
  return {
    backend,
    catalog,
    knex: options.knex,
    as: (person: Person) =>
      withToken(mockCredentials.user.header(`user:default/${person}`)),
    asService: (subject = 'external:script') =>
      withToken(
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: 'pilot',
        }),
      ),
    anonymous: withToken(mockCredentials.none.header()),
  };
}
