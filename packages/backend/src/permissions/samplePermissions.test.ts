import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  pilotAdminPermission,
  pilotDecisionDecidePermission,
  pilotInterestCreatePermission,
  pilotReadinessReadPermission,
} from '@pilot-to-platform/plugin-pilot-common';
import request from 'supertest';
import { samplePermissions } from './samplePermissions';

const resourceRef = 'pilot:default/delta-sharing';

it('is the policy that the permission backend asks', async () => {
  const { server } = await startTestBackend({
    features: [
      permissionPlugin,
      samplePermissions,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:7007' },
          permission: { enabled: true },
        },
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/priya',
          ownershipEntityRefs: ['user:default/priya', 'group:default/payments'],
        }),
      }).factory,
    ],
  });

  const answer = await request(server)
    .post('/api/permission/authorize')
    .set('Authorization', mockCredentials.user.header('user:default/priya'))
    .send({
      items: [
        { id: 'record', permission: pilotInterestCreatePermission },
        { id: 'export', permission: pilotAdminPermission },
        {
          id: 'readiness',
          permission: pilotReadinessReadPermission,
          resourceRef,
        },
        {
          id: 'decide',
          permission: pilotDecisionDecidePermission,
          resourceRef,
        },
      ],
    });

  expect(answer.body).toEqual({
    items: [
      { id: 'record', result: AuthorizeResult.ALLOW },
      { id: 'export', result: AuthorizeResult.DENY },
      { id: 'readiness', result: AuthorizeResult.ALLOW },
      { id: 'decide', result: AuthorizeResult.DENY },
    ],
  });
});
