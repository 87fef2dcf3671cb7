import { APIRequestContext, request } from '@playwright/test';
import { backendUrl } from './portal';

/**
 * HTTP requests to the backend in somebody's name, such as `user:default/priya`, with the token that
 * the development sign-in hands out. Paths given to it begin with `/api/`. Dispose of it after use.
 */
export async function requestAs(userRef: string): Promise<APIRequestContext> {
  return await withToken(await fetchToken(userRef));
}

/** HTTP requests as the service that the development config trusts, which may import and export. */
export async function requestAsService(): Promise<APIRequestContext> {
  const token = process.env.PILOT_SERVICE_TOKEN;
  if (!token) throw new Error('PILOT_SERVICE_TOKEN is not set');
  return await withToken(token);
}

async function fetchToken(userRef: string): Promise<string> {
  const anonymous = await request.newContext({ baseURL: backendUrl });
  try {
    const response = await anonymous.get('/api/auth/development/refresh', {
      params: { user: userRef },
    });
    const body = await response.json();
    const token = body.backstageIdentity?.token;
    if (!response.ok() || typeof token !== 'string') {
      throw new Error(
        `The development sign-in refuses ${userRef} with ${response.status()}: ${JSON.stringify(
          body,
        )}`,
      );
    }
    return token;
  } finally {
    await anonymous.dispose();
  }
}

function withToken(token: string): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: backendUrl,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
}
