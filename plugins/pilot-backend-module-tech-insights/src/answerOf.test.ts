import { answerOf } from './answerOf';
import { CheckRun } from './TechInsights';

function run(
  changes: Partial<CheckRun['check']> & Partial<Omit<CheckRun, 'check'>> = {},
): CheckRun {
  const { result = true, facts = {}, ...check } = changes;
  return {
    result,
    facts,
    check: {
      id: 'a',
      name: 'A',
      factIds: [],
      metadata: {},
      links: [],
      ...check,
    },
  };
}

const answer = (given: CheckRun, at?: Date) => answerOf('docs.a', given, at);

describe('answerOf', () => {
  const at = new Date('2026-03-01T00:00:00Z');

  it.each([
    [true, 'pass'],
    [false, 'fail'],
  ])('takes %s for %s', (result, verdict) => {
    expect(answer(run({ result }), at)).toEqual({
      check: 'docs.a',
      verdict,
      note: 'A.',
      at,
    });
  });

  it.each([
    ['a text', 'true'],
    ['a number', 1],
    ['null', null],
    ['a list', []],
  ])('takes %s for no answer', (_name, result) => {
    expect(answer({ ...run(), result }, at)).toBeUndefined();
  });

  it('takes a missing result for no answer', () => {
    const { result, ...rest } = run();
    expect(answer(rest, at)).toBeUndefined();
  });

  it('leaves the time out where it is not known', () => {
    expect(answer(run())).toEqual({
      check: 'docs.a',
      verdict: 'pass',
      note: 'A.',
    });
  });

  it.each<[string, Parameters<typeof run>[0], string]>([
    [
      'facts of every type',
      {
        facts: {
          a: { value: true },
          b: { value: 3 },
          c: { value: 'go' },
          d: { value: ['x', 1] },
        },
      },
      'A: a is true, b is 3, c is go, d is ["x",1].',
    ],
    [
      'no facts without a value',
      { facts: { a: { value: null }, b: {} } },
      'A.',
    ],
    ['the id where there is no name', { name: undefined }, 'a.'],
    ['what to do', { metadata: { solution: 'Write it.' } }, 'A. Write it.'],
    [
      'a message first',
      { metadata: { suggestion: 'B', message: 'Why not?' } },
      'A. Why not?',
    ],
    [
      'no empty text',
      { metadata: { solution: '', suggestion: 'Do it' } },
      'A. Do it.',
    ],
    ['no object as text', { metadata: { solution: { a: 1 } } }, 'A.'],
    [
      'a long fact cut short',
      { facts: { a: { value: 'x'.repeat(61) } } },
      `A: a is ${'x'.repeat(59)}….`,
    ],
    [
      'a long note cut short',
      { name: '😀'.repeat(501) },
      `${'😀'.repeat(499)}…`,
    ],
  ])('notes %s', (_name, changes, note) => {
    expect(answer(run(changes))?.note).toBe(note);
  });

  it.each<[string, Parameters<typeof run>[0], string | undefined]>([
    [
      'a link',
      { links: [{ url: 'https://a.example/b' }] },
      'https://a.example/b',
    ],
    [
      'the first that is a web page',
      {
        links: [
          { url: '/docs' },
          { url: 'mailto:a@b.example' },
          { url: 'http://b.example' },
        ],
      },
      'http://b.example',
    ],
    [
      'that of the metadata before those of the check',
      {
        metadata: { link: 'https://m.example' },
        links: [{ url: 'https://a.example' }],
      },
      'https://m.example',
    ],
    [
      'nothing that is no link',
      { metadata: { link: 5, url: 'https://' } },
      undefined,
    ],
  ])('evidence is %s', (_name, changes, evidence) => {
    expect(answer(run(changes))?.evidence).toBe(evidence);
  });
});
