import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import request from 'supertest';
import permissionPolicy from './permissionPolicy';

// docs/setup.md shows this module whole; scripts/documents.test.mjs holds the two together.
it.each([
  ['an engineer', [], ['DENY', 'DENY', 'ALLOW']],
  [
    'an administrator',
    ['group:default/platform-team'],
    ['ALLOW', 'ALLOW', 'ALLOW'],
  ],
])(
  '%s administers, records for others, and records',
  async (_, groups, results) => {
    const { server } = await startTestBackend({
      features: [
        permissionPlugin,
        permissionPolicy,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            permission: { enabled: true },
          },
        }),
        mockServices.userInfo.mock({
          getUserInfo: async () => ({
            userEntityRef: 'user:default/kim',
            ownershipEntityRefs: ['user:default/kim', ...groups],
          }),
        }).factory,
      ],
    });

    const answer = await request(server)
      .post('/api/permission/authorize')
      .set('Authorization', mockCredentials.user.header('user:default/kim'))
      .send({
        items: [
          { id: 'admin', permission: pilotAdminPermission },
          { id: 'onBehalf', permission: pilotInterestCreateOnBehalfPermission },
          { id: 'create', permission: pilotInterestCreatePermission },
        ],
      });

    expect(answer.body.items.map((item: any) => item.result)).toEqual(results);
  },
);
