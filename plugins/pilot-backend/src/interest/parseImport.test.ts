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
