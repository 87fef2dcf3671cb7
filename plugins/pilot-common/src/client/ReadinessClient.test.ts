import { HttpResponse } from 'msw';
import { readiness, readinessCalls } from './__testUtils__/readinessCalls';
import { exchange, expectedOf, startWire } from './__testUtils__/wire';

const wire = startWire();
const target = 'pilot:default/sharing';

it.each(readinessCalls.map(call => [call[0], call] as const))(
  '%s',
  async (_name, call) => {
    expect(await exchange(wire, call)).toEqual(expectedOf(call));
  },
);

it('asks for CSV where it wants CSV, and else takes what comes', async () => {
  wire.answer = () => new HttpResponse('check\r\n');
  await wire.client.getReadinessCsv(target);
  expect(wire.request.headers.get('accept')).toBe('text/csv');
  wire.answer = () => HttpResponse.json(readiness);
  await wire.client.getReadiness(target);
  expect(wire.request.headers.get('accept')).not.toBe('text/csv');
});

it('sends the token', async () => {
  wire.answer = () => HttpResponse.json({ target, accepted: 0, unchanged: 1 });
  await wire.client.reportResults(target, [], { token: 'ci' });
  expect(wire.request.headers.get('authorization')).toBe('Bearer ci');
});

const [check] = readiness.checks;

it.each([
  ['a verdict that is no word', { checks: [{ ...check, verdict: true }] }],
  ['a missing score', { score: undefined }],
  ['a dimension that is no word', { weakest: 0 }],
  ['a gate to nowhere', { gate: { open: true, left: [] } }],
])('says that it does not understand %s', async (_name, change) => {
  wire.answer = () => HttpResponse.json({ ...readiness, ...change });
  await expect(wire.client.getReadiness(target)).rejects.toThrow(
    'Unexpected answer to GET /readiness/pilot/default/sharing',
  );
});

it('throws what the plugin answers instead of a success', async () => {
  const error = {
    name: 'NotAllowedError',
    message: 'Only its owner can attest a check',
  };
  wire.answer = () =>
    HttpResponse.json(
      { error, response: { statusCode: 403 } },
      { status: 403 },
    );
  const body = {
    check: check.id,
    verdict: 'pass',
    evidence: 'https://example.com',
  } as const;
  await expect(wire.client.attestCheck(target, body)).rejects.toMatchObject({
    statusCode: 403,
    cause: error,
  });
});
