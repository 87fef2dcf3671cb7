import { ResponseError } from '@backstage/errors';
import { HttpResponse } from 'msw';
import { operationOf, operations } from './__testUtils__/document';
import { phaseCalls } from './__testUtils__/phaseCalls';
import { demand, pilotCalls, policy } from './__testUtils__/pilotCalls';
import { readinessCalls } from './__testUtils__/readinessCalls';
import {
  base,
  exchange,
  expectedOf,
  fetchApi,
  startWire,
} from './__testUtils__/wire';
import type { PilotApi } from './PilotApi';
import { PilotClient } from './PilotClient';

const wire = startWire();

describe('PilotClient', () => {
  it.each(pilotCalls.map(call => [call[0], call] as const))(
    '%s',
    async (_name, call) => {
      expect(await exchange(wire, call)).toEqual(expectedOf(call));
    },
  );

  it('answers nothing where nothing is answered', async () => {
    wire.answer = () => new HttpResponse(null, { status: 204 });
    await expect(
      wire.client.restoreFragmentation('d/1'),
    ).resolves.toBeUndefined();
    expect(`${wire.request.method} ${wire.request.url}`).toBe(
      `DELETE ${base}/fragmentation/dismissals/d%2F1`,
    );
  });

  it('asks for CSV where it wants CSV, and else takes what comes', async () => {
    wire.answer = () => new HttpResponse('id\r\n');
    await wire.client.listDemandCsv();
    expect(wire.request.headers.get('accept')).toBe('text/csv');
    wire.answer = () => HttpResponse.json(policy);
    await wire.client.getPolicy();
    expect(wire.request.headers.get('accept')).not.toBe('text/csv');
  });

  it('calls every operation of the document, and no other', async () => {
    const called = new Set<string>();
    wire.answer = () => new HttpResponse(null, { status: 204 });
    for (const call of [
      ...[...pilotCalls, ...readinessCalls, ...phaseCalls].map(each => each[1]),
      (api: PilotApi) => api.restoreFragmentation('d-1'),
      (api: PilotApi) => api.renewFeed(),
    ]) {
      await Promise.allSettled([call(wire.client)]);
      const { method, url } = wire.request;
      const path = url.replace(base, '');
      called.add(operationOf(method, path) ?? `${method} ${path}`);
    }
    expect([...called].sort()).toEqual(
      operations
        .map(({ operationId }) => operationId)
        // Asked for by the header, of a backend that does not have the path yet.
        .filter(id => !id.endsWith('Csv'))
        .sort(),
    );
  });

  it('sends the token and knows a base URL only when it calls', async () => {
    wire.answer = () => HttpResponse.json(policy);
    const discovered = new PilotClient({
      fetchApi,
      baseUrl: async () => 'http://elsewhere.test',
    });
    await discovered.getPolicy({ token: 'secret' });
    expect(wire.request.url).toBe('http://elsewhere.test/policy');
    expect(wire.request.headers.get('authorization')).toBe('Bearer secret');
  });

  it('asks plugin://pilot unless told otherwise', async () => {
    const fake = jest.fn(async () => HttpResponse.json(policy));
    await new PilotClient({ fetchApi: { fetch: fake } }).getPolicy();
    expect(fake).toHaveBeenCalledWith(
      'plugin://pilot/policy',
      expect.anything(),
    );
  });

  it('throws what the plugin answers instead of a success', async () => {
    const error = { name: 'NotFoundError', message: 'There is no such target' };
    wire.answer = () =>
      HttpResponse.json(
        { error, response: { statusCode: 404 } },
        { status: 404 },
      );
    const failure = wire.client.getDemand('pilot:default/gone');
    await expect(failure).rejects.toBeInstanceOf(ResponseError);
    await expect(failure).rejects.toMatchObject({
      statusCode: 404,
      cause: error,
    });
  });

  it.each([
    ['no JSON', () => new HttpResponse('<html>')],
    [
      'a missing field',
      () => HttpResponse.json({ ...demand, score: undefined }),
    ],
    [
      'a level that is no word',
      () => HttpResponse.json({ ...demand, level: 4 }),
    ],
  ])('says which answer it does not understand: %s', async (_name, given) => {
    wire.answer = given;
    await expect(
      wire.client.getDemand('pilot:default/sharing'),
    ).rejects.toThrow('Unexpected answer to GET /demand/pilot/default/sharing');
  });

  it('refuses a target that is no entity ref before it calls', async () => {
    const fake = jest.fn();
    const api = new PilotClient({ fetchApi: { fetch: fake } });
    await expect(api.getDemand('sharing')).rejects.toThrow(/kind/);
    expect(fake).not.toHaveBeenCalled();
  });

  it('can be called off', async () => {
    const controller = new AbortController();
    controller.abort();
    const { signal } = controller;
    await expect(wire.client.getPolicy({ signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
