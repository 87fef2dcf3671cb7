import { DevelopmentIdentity } from './DevelopmentIdentity';
import type { Session } from './fetchSession';

const start = new Date('2026-03-01T10:00:00Z');
const minutesLater = (minutes: number) =>
  new Date(start.getTime() + minutes * 60_000);

function sessionUntil(token: string, expiresAt: Date): Session {
  return {
    token,
    expiresAt,
    profile: { displayName: 'Robin Castillo' },
    identity: {
      userEntityRef: 'user:default/robin',
      ownershipEntityRefs: ['user:default/robin', 'group:default/ads'],
    },
  };
}

/** Signed in at `start`, for an hour, and now it is so much later. */
function signedIn(minutes: number, renew: () => Promise<Session>) {
  const onSignOut = jest.fn();
  const identity = new DevelopmentIdentity(
    sessionUntil('first', minutesLater(60)),
    { renew, onSignOut, now: () => minutesLater(minutes) },
  );
  return { identity, onSignOut };
}

describe('DevelopmentIdentity', () => {
  it('is the person who was signed in', async () => {
    const { identity } = signedIn(0, jest.fn());

    await expect(identity.getProfileInfo()).resolves.toEqual({
      displayName: 'Robin Castillo',
    });
    await expect(identity.getBackstageIdentity()).resolves.toEqual({
      type: 'user',
      userEntityRef: 'user:default/robin',
      ownershipEntityRefs: ['user:default/robin', 'group:default/ads'],
    });
  });

  it.each([
    ['fresh', 0, 'first'],
    ['good for three minutes', 57, 'first'],
    ['good for one minute', 59, 'second'],
    ['expired', 61, 'second'],
  ])('gives the right token when it is %s', async (_name, minutes, token) => {
    const { identity } = signedIn(minutes, async () =>
      sessionUntil('second', minutesLater(120)),
    );

    await expect(identity.getCredentials()).resolves.toEqual({ token });
  });

  it('renews once for requests at the same time', async () => {
    const renew = jest.fn(async () =>
      sessionUntil('second', minutesLater(120)),
    );
    const { identity } = signedIn(61, renew);

    await Promise.all([identity.getCredentials(), identity.getCredentials()]);

    expect(renew).toHaveBeenCalledTimes(1);
  });

  it('keeps the token that is still good when renewing fails', async () => {
    const { identity } = signedIn(59, () => Promise.reject(new Error('away')));

    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'first',
    });
  });

  it('fails with an expired token, and tries again the next time', async () => {
    const renew = jest
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValueOnce(sessionUntil('second', minutesLater(120)));
    const { identity } = signedIn(61, renew);

    await expect(identity.getCredentials()).rejects.toThrow('away');
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'second',
    });
  });

  it('tells when it signs out', async () => {
    const { identity, onSignOut } = signedIn(0, jest.fn());

    await identity.signOut();

    expect(onSignOut).toHaveBeenCalledTimes(1);
  });
});
