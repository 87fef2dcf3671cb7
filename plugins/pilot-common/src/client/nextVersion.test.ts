import { projectionPageSchema } from '../model/projection';
import { phaseCalls } from './__testUtils__/phaseCalls';
import { pilotCalls } from './__testUtils__/pilotCalls';
import { readinessCalls } from './__testUtils__/readinessCalls';
import { exchange, expectedOf, startWire } from './__testUtils__/wire';

/** Their keys are no fields: what is added there means something. */
const records = new Set(['can', 'rows']);

/** An answer as a newer version may give it: with one more field everywhere. */
function withMore(value: unknown, name?: string): unknown {
  if (Array.isArray(value)) {
    return value.map(each => withMore(each));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const fields = Object.entries(value).map(([key, each]) => [
    key,
    withMore(each, key),
  ]);
  // Counts by level are a record too.
  const isRecord = records.has(name!) || 'faint' in value;
  const more = isRecord ? {} : { ofNextVersion: { added: [1] } };
  return { ...Object.fromEntries(fields), ...more };
}

const wire = startWire();

const calls = [...pilotCalls, ...readinessCalls, ...phaseCalls].filter(
  ([, , , answer]) => typeof answer === 'object',
);

it('knows calls to try', () => {
  expect(calls.length).toBeGreaterThan(25);
});

it.each(calls.map(call => [call[0], call] as const))(
  '%s is read as this version knows it',
  async (_, call) => {
    const [name, api, route, answer, ...sent] = call;
    const newer = withMore(answer) as object;
    const read = await exchange(wire, [name, api, route, newer, ...sent]);
    expect(read).toEqual(expectedOf(call));
  },
);

it('reads a policy whose shares add up with one that is new', async () => {
  const [, , , policy] = pilotCalls.find(([name]) => name === 'getPolicy')!;
  const newer = structuredClone(policy) as any;
  newer.demand.rules = 3;
  newer.demand.weights.breadth -= 0.2;
  newer.demand.weights.momentum = 0.2;
  const read = await exchange(wire, [
    ...['getPolicy', (api: any) => api.getPolicy(), 'GET /policy'],
    newer,
  ] as any);
  expect((read.answer as any).demand).toMatchObject({
    rules: 2,
    weights: { breadth: newer.demand.weights.breadth },
  });
});

it('takes no row of the feed for unreadable because of a word in it', () => {
  const row = { target: 'pilot:default/lake', seq: 1, teams: [], adopters: [] };
  const known = { ...row, phase: 'demand', level: 'strong' };
  const page = { epoch: 'e', sequence: 2, more: false, acknowledged: 0 };
  const { changes } = projectionPageSchema.parse({
    ...page,
    changes: [known, { ...row, phase: 'orbit', level: 'cosmic' }],
  });
  expect(changes).toEqual([known, row]);
});
