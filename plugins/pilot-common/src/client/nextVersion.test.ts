import type { z } from 'zod';
import {
  decisionEventSchema,
  interestEventSchema,
  readinessEventSchema,
} from '../model/changes';
import { projectionPageSchema } from '../model/projection';
import { answerSchemaOf, operationOf } from './__testUtils__/document';
import { fullestAnswer, withAt } from './__testUtils__/fullestAnswer';
import { phaseCalls } from './__testUtils__/phaseCalls';
import { pilotCalls } from './__testUtils__/pilotCalls';
import { readinessCalls } from './__testUtils__/readinessCalls';
import {
  exchange,
  expectedOf,
  startWire,
  type ClientCall,
} from './__testUtils__/wire';

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

/** A call of each operation that answers JSON. */
const operations = new Map(
  calls.flatMap(call => {
    const [method, url] = call[2].split(' ');
    const id = operationOf(method, url);
    const schema = id && answerSchemaOf(id);
    return schema ? [[id, { call, ...fullestAnswer(schema) }] as const] : [];
  }),
);

it('knows answers with words in them', () => {
  const words = [...operations.values()].flatMap(({ words: of }) => of);
  expect(operations.size).toBeGreaterThan(35);
  expect(words.length).toBeGreaterThan(150);
});

it.each([...operations])(
  '%s leaves a word that is not known as it is, and everything beside it',
  async (_, { call: [name, api, route], answer, words }) => {
    const read = async (answered: object) => {
      const call: ClientCall = [name, api, route, answered];
      return (await exchange(wire, call)).answer;
    };
    const known = await read(answer);
    const got: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const place of words) {
      const newer = withAt(answer, place, 'ofNextVersion');
      got[place.join('.')] = await read(newer).catch(String);
      expected[place.join('.')] = withAt(known, place, 'ofNextVersion');
    }
    expect(got).toEqual(expected);
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

const at = '2026-11-20T09:00:00.000Z';

it.each<[string, z.ZodType, object]>([
  [
    'an interest',
    interestEventSchema,
    {
      interest: 'i-1',
      target: 'pilot:default/lake',
      team: 't',
      status: 'open',
    },
  ],
  [
    'an answer to a check',
    readinessEventSchema,
    {
      target: 'pilot:default/lake',
      check: 'docs.examples',
      verdict: 'doubted',
    },
  ],
  [
    'a decision',
    decisionEventSchema,
    {
      ...{ proposal: 'p-1', target: 'pilot:default/lake' },
      ...{ from: 'orbit', to: 'moon', phase: 'orbit' },
    },
  ],
])('takes an event about %s with words that are new', (_, schema, told) => {
  const event = { ...told, type: 'endorsed', at };
  expect(schema.parse({ ...event, ofNextVersion: 1 })).toEqual(event);
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
