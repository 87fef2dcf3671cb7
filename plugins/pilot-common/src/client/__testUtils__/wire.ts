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

/** Makes a call, and returns what it sent and what it makes of the answer. */
export async function exchange(wire: Wire, [, call, , answered]: ClientCall) {
  wire.answer = () =>
    typeof answered === 'string'
      ? new HttpResponse(answered)
      : HttpResponse.json({ ...answered, addedLater: true });
  const answer = await call(wire.client);
  const { method, url, headers } = wire.request;
  return {
    answer,
    route: `${method} ${url.replace(base, '')}`,
    sent: wire.sent,
    contentType: headers.get('content-type') ?? '',
    authorization: headers.get('authorization'),
  };
}

/** Returns what a call should come to. */
export const expectedOf = ([
  ,
  ,
  route,
  answer,
  sent = '',
  contentType = '',
]: ClientCall) => ({ answer, route, sent, contentType, authorization: null });

/** The last parts of a call that sends this as JSON. */
export const sending = (body: object) =>
  [JSON.stringify(body), 'application/json'] as const;
