import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

/** Signs in by the development sign-in, which asks for no proof. */
export async function fetchToken(url: string, user: string): Promise<string> {
  const answer = await fetch(
    `${url}/api/auth/development/refresh?user=${encodeURIComponent(user)}`,
  );
  if (!answer.ok) {
    throw new Error(`${user} cannot sign in: ${await answer.text()}`);
  }
  return (await answer.json()).backstageIdentity.token;
}

/** The MCP server of a backend, seen by an assistant; without a token by nobody in particular. */
export async function connectMcp(url: string, token?: string): Promise<Client> {
  const client = new Client({ name: 'test-assistant', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/api/mcp-actions/v1`), {
      requestInit: token
        ? { headers: { authorization: `Bearer ${token}` } }
        : undefined,
    }),
  );
  return client;
}
