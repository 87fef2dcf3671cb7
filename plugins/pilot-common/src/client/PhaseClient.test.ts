import { HttpResponse } from 'msw';
import { phaseCalls, pilot } from './__testUtils__/phaseCalls';
import { exchange, expectedOf, startWire } from './__testUtils__/wire';

const wire = startWire();
const target = 'pilot:default/sharing';

it.each(phaseCalls.map(call => [call[0], call] as const))(
  '%s',
  async (_name, call) => {
    expect(await exchange(wire, call)).toEqual(expectedOf(call));
  },
);

it.each([
  ['listPilotsCsv', () => wire.client.listPilotsCsv()],
  ['listDecisionsCsv', () => wire.client.listDecisionsCsv(target)],
])('asks for CSV: %s', async (_name, call) => {
  wire.answer = () => new HttpResponse('id\r\n');
  await call();
  expect(wire.request.headers.get('accept')).toBe('text/csv');
});

it('gives the Pilot as it stands to who came too late', async () => {
  const error = { name: 'ConflictError', message: 'The proposal is decided' };
  wire.answer = () =>
    HttpResponse.json(
      { error, current: pilot, response: { statusCode: 409 } },
      { status: 409 },
    );
  const body = { decision: 'reject', reason: 'No.', version: 1 } as const;
  await expect(
    wire.client.decideProposal(target, 'p-1', body),
  ).rejects.toMatchObject({
    statusCode: 409,
    body: { current: { phase: 'build-out', version: 3 } },
  });
});

it.each([
  ['no phase', { phase: null }],
  ['no recommendation', { recommendation: {} }],
  ['a missing version', { version: undefined }],
])('says that it does not understand %s', async (_name, change) => {
  wire.answer = () => HttpResponse.json({ ...pilot, ...change });
  await expect(wire.client.getPilot(target)).rejects.toThrow(
    'Unexpected answer to GET /pilots/default/sharing',
  );
});

it('has one path for a Pilot, with its kind and without', async () => {
  wire.answer = () => HttpResponse.json(pilot);
  for (const ref of [target, 'default/sharing', 'sharing', 'Pilot:Sharing']) {
    await wire.client.getPilot(ref);
    expect(wire.request.url).toMatch(/\/pilots\/default\/sharing$/);
  }
});

it('asks for no Pilot that has the name of something else', async () => {
  const other = 'api:default/sharing';
  const { client } = wire;
  const why = { to: 'build-out', reason: 'Now.' } as const;
  const decision = { decision: 'reject', reason: 'No.', version: 1 } as const;
  const calls = [
    () => client.getPilot(other),
    () => client.proposePhase(other, why),
    () => client.decideProposal(other, 'p-1', decision),
    () => client.withdrawProposal(other, 'p-1'),
    () => client.listDecisions(other),
    () => client.listDecisionsCsv(other),
    () => client.getAdoption(other),
    () => client.getAdoptionCsv(other),
    () => client.rateSatisfaction(other, { team: 'payments', score: 4 }),
  ];
  wire.answer = () => HttpResponse.json(pilot);
  for (const call of calls) {
    await expect(call()).rejects.toThrow(
      'target: must name a Pilot such as pilot:default/delta-sharing, not api:default/sharing',
    );
  }
});
