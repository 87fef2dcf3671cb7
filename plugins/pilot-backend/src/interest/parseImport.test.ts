import { parseImport } from './parseImport';

const now = new Date('2026-11-20T12:00:00Z');

it.each(['[]', '[{"type":"interest"}]', '"interest"', '7', 'null', 'true'])(
  'refuses a line that is %s',
  line => {
    expect(parseImport(line, now)).toEqual({
      lines: [],
      failed: [
        {
          line: 1,
          message: expect.stringMatching(/^a line must be one JSON object/),
        },
      ],
    });
  },
);

it.each<[string, RegExp]>([
  ['{}', /^type: must be one of interest, status, count$/],
  ['{"type":"Interest"}', /^type: must be one of interest, status, count$/],
  [
    '{"type":"count","target":"api:default/a","source":"Forum","count":-1,"at":"2026-11-01T00:00:00Z"}',
    /^count: must be at least 0$/,
  ],
])('says in its own words what is wrong with %s', (line, message) => {
  expect(parseImport(line, now).failed).toEqual([
    { line: 1, message: expect.stringMatching(message) },
  ]);
});
