import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';

const answerSchema = z.object({
  profile: z.object({
    displayName: z.string().optional(),
    email: z.string().optional(),
    picture: z.string().optional(),
  }),
  backstageIdentity: z.object({
    token: z.string(),
    expiresInSeconds: z.number().positive(),
    identity: z.object({
      userEntityRef: z.string(),
      ownershipEntityRefs: z.array(z.string()),
    }),
  }),
});
type Answer = z.infer<typeof answerSchema>;

/** A token, whose it is, and until when it is good. */
export interface Session {
  readonly token: string;
  readonly expiresAt: Date;
  readonly profile: Answer['profile'];
  readonly identity: Answer['backstageIdentity']['identity'];
}

/**
 * Signs in as a user, without any proof.
 *
 * @param authUrl - where the auth backend is, such as `http://host/api/auth`
 * @throws ServiceUnavailableError when nothing answers there, ResponseError
 * when the user is refused.
 */
export async function fetchSession(
  authUrl: string,
  user: string,
  now: Date,
): Promise<Session> {
  const response = await reach(
    `${authUrl}/development/refresh?user=${encodeURIComponent(user)}`,
  );
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const { profile, backstageIdentity } = answerSchema.parse(
    await response.json(),
  );
  const { token, expiresInSeconds, identity } = backstageIdentity;
  return {
    token,
    expiresAt: new Date(now.getTime() + expiresInSeconds * 1000),
    profile,
    identity,
  };
}

async function reach(url: string): Promise<Response> {
  try {
    return await fetch(url);
  } catch {
    // The browser does not tell a page why it could not reach another origin.
    throw new ServiceUnavailableError(
      `Its backend does not answer at ${
        new URL(url).origin
      }. It may still be starting.`,
    );
  }
}
