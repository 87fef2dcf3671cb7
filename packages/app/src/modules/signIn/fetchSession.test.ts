import { fetchSession } from './fetchSession';

const now = new Date('2026-03-01T10:00:00Z');
const authUrl = 'http://portal.example:7007/api/auth';
const answer = {
  profile: { displayName: 'Robin Castillo' },
  backstageIdentity: {
    token: 'a-token',
    expiresInSeconds: 3600,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/robin',
      ownershipEntityRefs: ['user:default/robin', 'group:default/ads'],
    },
  },
};

function answerWith(status: number, body: unknown) {
  return jest
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(Response.json(body, { status }));
}

afterEach(() => jest.restoreAllMocks());

describe('fetchSession', () => {
  it('asks for the user, and knows until when the token is good', async () => {
    const fetched = answerWith(200, answer);

    await expect(
      fetchSession(authUrl, 'user:default/robin', now),
    ).resolves.toEqual({
      token: 'a-token',
      expiresAt: new Date('2026-03-01T11:00:00Z'),
      profile: { displayName: 'Robin Castillo' },
      identity: {
        userEntityRef: 'user:default/robin',
        ownershipEntityRefs: ['user:default/robin', 'group:default/ads'],
      },
    });
    expect(fetched).toHaveBeenCalledWith(
      'http://portal.example:7007/api/auth/development/refresh?user=user%3Adefault%2Frobin',
    );
  });

  it('says what the backend said when it refuses', async () => {
    answerWith(404, {
      error: { name: 'NotFoundError', message: 'The catalog has no robin' },
      response: { statusCode: 404 },
    });

    await expect(fetchSession(authUrl, 'robin', now)).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { message: 'The catalog has no robin' },
    });
  });

  it('says where it looked when nothing answers', async () => {
    jest
      .spyOn(globalThis, 'fetch')
      .mockRejectedValue(new TypeError('Failed to fetch'));

    await expect(fetchSession(authUrl, 'robin', now)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        'Its backend does not answer at http://portal.example:7007. It may still be starting.',
    });
  });

  it('refuses an answer without a token', async () => {
    answerWith(200, { profile: {} });

    await expect(fetchSession(authUrl, 'robin', now)).rejects.toThrow();
  });
});
