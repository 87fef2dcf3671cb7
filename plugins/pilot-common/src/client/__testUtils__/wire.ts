import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { PilotApi } from '../PilotApi';
import { PilotClient } from '../PilotClient';

export const base = 'http://pilot.test/api/pilot';

/** A call of the client, what it asks for, and what comes back. */
export type ClientCall = readonly [
  name: string,
  call: (api: PilotApi) => Promise<unknown>,
  /** Method, path below the base URL, and query. */
  route: string,
  answer: object | string,
  sent?: string,
  contentType?: string,
];

// msw replaces the global function, so it is looked up at each call.
export const fetchApi = {
  fetch: (...args: Parameters<typeof fetch>) => fetch(...args),
};

/** A client, what it sent last, and what it is answered from now on. */
export interface Wire {
  readonly client: PilotClient;
  request: Request;
  sent: string;
  answer: () => Response;
}

/** Stands in for the backend during the tests of a file. */
export function startWire(): Wire {
  const wire: Wire = {
    client: new PilotClient({ fetchApi, baseUrl: base }),
    request: new Request(base),
    sent: '',
    answer: () => HttpResponse.error(),
  };
  const server = setupServer(
    http.all('*', async info => {
      wire.request = info.request;
      wire.sent = await info.request.clone().text();
      return wire.answer();
    }),
  );
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());
  return wire;
}

/** Tests that each call asks for what it should and parses the answer. */
export function testCalls(wire: Wire, calls: readonly ClientCall[]): void {
  it.each(calls.map(call => [call[0], call] as const))(
    '%s',
    async (_name, [, call, route, answered, sent = '', contentType = '']) => {
      wire.answer = () =>
        typeof answered === 'string'
          ? new HttpResponse(answered)
          : HttpResponse.json({ ...answered, addedLater: true });
      await expect(call(wire.client)).resolves.toEqual(answered);
      const { request } = wire;
      expect(`${request.method} ${request.url}`).toBe(
        route.replace(' ', ` ${base}`),
      );
      expect(wire.sent).toBe(sent);
      expect(request.headers.get('content-type') ?? '').toBe(contentType);
      expect(request.headers.get('authorization')).toBeNull();
    },
  );
}

/** The last parts of a call that sends this as JSON. */
export const sending = (body: object) =>
  [JSON.stringify(body), 'application/json'] as const;
