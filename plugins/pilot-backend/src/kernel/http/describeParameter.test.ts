import { describeParameter, describeUnknown } from './describeParameter';

const list = (items: object) => ({ type: 'array', items, maxItems: 50 });

it.each<[string, object, unknown, string, unknown, string]>([
  [
    'limit',
    { type: 'integer', minimum: 1, maximum: 200 },
    50,
    ...(['type', 'many', 'must be a whole number from 1 to 200'] as const),
  ],
  [
    'minScore',
    { type: 'number', minimum: 0, maximum: 100 },
    20,
    ...(['maximum', '101', 'must be a number from 0 to 100'] as const),
  ],
  [
    'total',
    { type: 'boolean' },
    true,
    ...(['type', 'yes', 'must be true or false'] as const),
  ],
  [
    'asOf',
    { type: 'string', minLength: 10, maxLength: 40 },
    '2026-11-20',
    ...(['minLength', 'now', 'must be a date or a time'] as const),
  ],
  [
    'q',
    { type: 'string', minLength: 1, maxLength: 200 },
    'shar',
    ...(['maxLength', '…', 'must have at most 200 characters'] as const),
  ],
  [
    'q',
    { type: 'string', minLength: 1, maxLength: 200 },
    'shar',
    ...(['minLength', '', 'must not be empty'] as const),
  ],
  [
    'target',
    { type: 'string', minLength: 1, maxLength: 600 },
    'api:default/orders',
    ...(['type', ['a', 'b'], 'takes one value'] as const),
  ],
  [
    'status',
    list({ type: 'string', enum: ['open', 'planned'] }),
    ['open'],
    ...(['maxItems', ['open'], 'takes at most 50 values'] as const),
  ],
  [
    'status',
    list({ type: 'string', enum: ['open', 'planned'] }),
    ['open'],
    ...(['enum', ['lost'], 'must be one of open, planned'] as const),
  ],
])(
  'says of %s, which is %j and such as %j, at %s %j: %s',
  (name, schema, example, keyword, value, expected) => {
    const [shown] = [example].flat();
    expect(
      describeParameter({ name, schema, example }, { keyword, value }),
    ).toBe(`${name}: ${expected}, such as ${shown}`);
  },
);

it('shows the word that was meant', () => {
  const phase = {
    name: 'phase',
    schema: list({ type: 'string', enum: ['demand', 'platform'] }),
    example: ['demand'],
  };
  expect(
    describeParameter(phase, { keyword: 'enum', value: ['platfrom'] }),
  ).toBe('phase: must be one of demand, platform, such as platform');
});

it('says that a parameter is missing, with one that is right', () => {
  const title = {
    name: 'title',
    schema: { type: 'string', minLength: 1 },
    example: 'Partner file drop',
  };
  expect(
    describeParameter(title, { keyword: 'required', value: undefined }),
  ).toBe('title: is missing, such as Partner file drop');
});

it.each([
  ['onwer', ['owner', 'limit'], 'did you mean owner?'],
  ['colour', ['owner', 'limit'], 'which takes owner, limit; leave it out'],
  ['colour', [], 'which takes none; leave it out'],
])('says of the unknown %s where %j are known: %s', (name, known, expected) => {
  expect(describeUnknown(name, known)).toMatch(
    new RegExp(`^${name}: is not a parameter of this request[;,] `),
  );
  expect(describeUnknown(name, known)).toContain(expected);
});
