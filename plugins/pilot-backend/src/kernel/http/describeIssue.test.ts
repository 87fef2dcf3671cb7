import { z } from 'zod';
import { describeIssue } from './describeIssue';

const line = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ask'), team: z.string() }),
  z.strictObject({ type: z.literal('count'), number: z.number() }),
]);
const schema = z.strictObject({
  team: z.string().min(1).max(5),
  list: z.array(z.string()).min(1).max(2),
  pairs: z.array(z.string()).min(2),
  set: z.set(z.string()).max(1),
  number: z.number().min(1).max(9),
  above: z.number().gt(0).lt(7),
  own: z.string().min(3, 'says more'),
  urgency: z.enum(['low', 'high']),
  either: z.union([z.string(), z.number()]),
  mail: z.email(),
  nested: z.strictObject({ useCase: z.string() }),
  lines: z.array(line),
});

it.each<[string, z.ZodType, unknown, string]>([
  ['missing', schema.pick({ team: true }), {}, 'team: is missing'],
  [
    'of another type',
    schema.pick({ team: true }),
    { team: 7 },
    'team: must be string',
  ],
  [
    'missing further in',
    schema.pick({ nested: true }),
    { nested: {} },
    'nested.useCase: is missing',
  ],
  ['no body', z.object({}), undefined, 'body: is missing'],
  ['another body', z.object({}), 'x', 'body: must be one JSON object'],
  [
    'a body that should be a list',
    z.array(z.string()),
    {},
    'body: must be one JSON list',
  ],
  [
    'not one of some words',
    schema.pick({ urgency: true }),
    { urgency: 'x' },
    'urgency: must be one of low, high',
  ],
  [
    'none of some types',
    schema.pick({ either: true }),
    { either: true },
    'either: Invalid input',
  ],
  [
    'not one of some shapes',
    z.strictObject({ line }),
    { line: { type: 'x' } },
    'line.type: must be one of ask, count',
  ],
  [
    'a text too short by one letter',
    schema.pick({ team: true }),
    { team: '' },
    'team: must have at least 1 character',
  ],
  [
    'a text too long',
    schema.pick({ team: true }),
    { team: 'xxxxxx' },
    'team: must have at most 5 characters',
  ],
  [
    'a list too short by one item',
    schema.pick({ list: true }),
    { list: [] },
    'list: must have at least 1 item',
  ],
  [
    'a list too long',
    schema.pick({ list: true }),
    { list: ['a', 'b', 'c'] },
    'list: must have at most 2 items',
  ],
  [
    'a list too short',
    schema.pick({ pairs: true }),
    { pairs: [] },
    'pairs: must have at least 2 items',
  ],
  [
    'a set too large',
    z.strictObject({ set: schema.shape.set }),
    { set: new Set(['a', 'b']) },
    'set: must have at most 1 item',
  ],
  [
    'a number too small',
    schema.pick({ number: true }),
    { number: 0 },
    'number: must be at least 1',
  ],
  [
    'a number too large',
    schema.pick({ number: true }),
    { number: 10 },
    'number: must be at most 9',
  ],
  [
    'a number that must be above',
    schema.pick({ above: true }),
    { above: 0 },
    'above: must be above 0',
  ],
  [
    'a number that must be below',
    schema.pick({ above: true }),
    { above: 7 },
    'above: must be below 7',
  ],
  [
    'too short, in words of its own',
    schema.pick({ own: true }),
    { own: '' },
    'own: says more',
  ],
  [
    'of a form of its own',
    schema.pick({ mail: true }),
    { mail: 'x' },
    'mail: Invalid email address',
  ],
  [
    'misspelt',
    schema.pick({ team: true }),
    { team: 'a', teem: 'b' },
    'teem: is not a known field; did you mean team?',
  ],
  [
    'not known at all',
    schema.pick({ team: true }),
    { team: 'a', colour: 'b' },
    'colour: is not a known field; leave it out',
  ],
  [
    'two that are not known',
    schema.pick({ team: true }),
    { team: 'a', colour: 'b', taste: 'c' },
    'colour: is not a known field; leave it out; taste: is not a known field; leave it out',
  ],
  [
    'misspelt further in',
    schema.pick({ nested: true }),
    { nested: { useCase: 'a', useCsae: 'b' } },
    'useCsae: is not a known field; did you mean useCase?',
  ],
  [
    'misspelt in a list of several shapes',
    schema.pick({ lines: true }),
    { lines: [{ type: 'count', number: 1, nubmer: 2 }] },
    'nubmer: is not a known field; did you mean number?',
  ],
])('%s', (_name, given, input, expected) => {
  const result = given.safeParse(input, { reportInput: true });
  const [issue] = result.error!.issues;
  expect(describeIssue(issue, given)).toBe(expected);
});
