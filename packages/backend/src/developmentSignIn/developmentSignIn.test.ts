import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { developmentSignIn } from './developmentSignIn';

const robin: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'robin', namespace: 'default' },
  spec: {
    profile: { displayName: 'Robin Castillo', email: 'robin@example.com' },
    memberOf: ['ads', 'pricing'],
  },
  relations: [
    { type: 'memberOf', targetRef: 'group:default/ads' },
    { type: 'memberOf', targetRef: 'group:default/pricing' },
  ],
};
const sam: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'sam', namespace: 'default' },
  spec: { memberOf: [] },
};

async function startPortal(options?: {
  externalAccess?: object[];
  logger?: ReturnType<typeof mockServices.logger.mock>;
}) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      developmentSignIn,
      catalogServiceMock.factory({ entities: [robin, sam] }),
      options?.logger?.factory ?? mockServices.logger.factory(),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: {
            baseUrl: 'http://localhost:7007',
            auth: { externalAccess: options?.externalAccess ?? [] },
          },
          auth: { providers: { development: { people: [] } } },
        },
      }),
    ],
  });
  return request(server);
}

function subjectOf(token: string): string {
  const [, payload] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).sub;
}

const before = process.env.NODE_ENV;

function setEnvironment(name: string | undefined) {
  if (name === undefined)
    delete (process.env as { NODE_ENV?: string }).NODE_ENV;
  else Object.assign(process.env, { NODE_ENV: name });
}

afterEach(() => setEnvironment(before));

describe('development sign-in', () => {
  beforeEach(() => setEnvironment('development'));

  it('warns at each start that anybody can sign in as anybody', async () => {
    const logger = mockServices.logger.mock();
    await startPortal({ logger });

    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('sign in as anybody'),
    );
  });

  it.each([
    ['a full ref', 'user:default/robin'],
    ['a ref in other letter case', 'User:Default/Robin'],
    ['a name alone', 'robin'],
  ])('signs in a person of the catalog by %s', async (_name, user) => {
    const portal = await startPortal();

    const answer = await portal
      .get('/api/auth/development/refresh')
      .query({ user });

    expect(answer.status).toBe(200);
    expect(answer.body.profile).toEqual({
      displayName: 'Robin Castillo',
      email: 'robin@example.com',
    });
    expect(answer.body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/robin',
      ownershipEntityRefs: [
        'user:default/robin',
        'group:default/ads',
        'group:default/pricing',
      ],
    });
    expect(subjectOf(answer.body.backstageIdentity.token)).toBe(
      'user:default/robin',
    );
    expect(answer.body.backstageIdentity.expiresInSeconds).toBeGreaterThan(0);
  });

  it('signs in a person without a team and without a profile', async () => {
    const portal = await startPortal();

    const answer = await portal.get(
      '/api/auth/development/refresh?user=user:default/sam',
    );

    expect(answer.status).toBe(200);
    expect(answer.body.profile).toEqual({ displayName: 'sam' });
    expect(answer.body.backstageIdentity.identity.ownershipEntityRefs).toEqual([
      'user:default/sam',
    ]);
  });

  it.each([
    ['nobody named', '', 400, 'is missing'],
    ['an empty name', '?user=', 400, 'is missing'],
    ['two names', '?user=robin&user=sam', 400, 'must be given once'],
    ['not a ref', '?user=user:', 400, 'is not an entity ref'],
    ['a team', '?user=group:default/ads', 400, 'must be the ref of a User'],
    ['an unknown person', '?user=nobody', 404, 'no user:default/nobody'],
  ])('refuses %s', async (_name, query, status, sentence) => {
    const portal = await startPortal();

    const answer = await portal.get(`/api/auth/development/refresh${query}`);

    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(/query parameter "user"/i);
    expect(answer.body.error.message).toContain(sentence);
    expect(answer.body.backstageIdentity).toBeUndefined();
  });

  it.each(['start', 'handler/frame'])('has no %s', async path => {
    const portal = await startPortal();

    const answer = await portal.get(`/api/auth/development/${path}`);

    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toContain('refresh?user=');
  });
});

describe.each([
  ['production', 'production'],
  ['an environment of another name', 'staging'],
  ['one without a name', undefined],
])('development sign-in in %s', (_name, environment) => {
  beforeEach(() => setEnvironment(environment));

  it('does not exist, and the log says why', async () => {
    const logger = mockServices.logger.mock();
    const portal = await startPortal({ logger });

    const answer = await portal.get(
      '/api/auth/development/refresh?user=user:default/robin',
    );

    expect(answer.status).toBe(404);
    expect(answer.body.backstageIdentity).toBeUndefined();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('NODE_ENV is not development'),
    );
  });

  it('does not start with the service token that everybody knows', async () => {
    await expect(
      startPortal({
        externalAccess: [
          {
            type: 'static',
            options: { token: 'pilot-development-token', subject: 'samples' },
          },
        ],
      }),
    ).rejects.toThrow('PILOT_SERVICE_TOKEN');
  });

  it('starts with a service token of one’s own', async () => {
    const portal = await startPortal({
      externalAccess: [
        { type: 'static', options: { token: 'a-secret', subject: 'ci' } },
      ],
    });

    const answer = await portal.get('/api/auth/development/refresh?user=robin');

    expect(answer.status).toBe(404);
  });
});
