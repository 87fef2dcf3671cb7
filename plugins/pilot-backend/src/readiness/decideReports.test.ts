import {
  AssessedCheck,
  CheckAnswer,
  defaultChecks,
  ReportCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { decideReports, ReportedAnswer } from './decideReports';

const now = new Date('2026-11-20T09:00:00Z');
const ci = 'external:ci';
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const iso = (n: number) => minutes(n).toISOString();

const [first, second, third] = defaultChecks;
const asked = (
  id: string,
  of: Partial<AssessedCheck['definition']> = {},
  verdict: AssessedCheck['verdict'] = 'unknown',
): AssessedCheck => ({
  definition: { ...first, id, report: true, ...of },
  verdict,
});
const checks = [
  asked('tests.pass'),
  asked('docs.built'),
  asked('owner.named', { ...second, id: 'owner.named', report: false }),
  asked(
    'api.stable',
    { ...third, id: 'api.stable', report: true },
    'notApplicable',
  ),
];

const answer = (of: Partial<ReportedAnswer> = {}): ReportedAnswer => ({
  check: 'tests.pass',
  verdict: 'pass',
  source: 'report',
  at: now,
  by: ci,
  note: null,
  evidence: null,
  ...of,
});
const passes = { check: 'tests.pass', verdict: 'pass' } as const;

const decide = (
  command: ReportCommand,
  known: readonly CheckAnswer[] = [],
  of = checks,
) =>
  decideReports(
    ...deepFreeze([command, { checks: of, known, by: ci, now }] as const),
  );

const rows: Array<
  [string, ReportCommand, readonly CheckAnswer[], readonly ReportedAnswer[]]
> = [
  ['a first result is news, found out now', [passes], [], [answer()]],
  [
    'a result keeps its time, note and evidence',
    [{ ...passes, at: iso(-90), note: 'Slow', evidence: 'https://ci/1' }],
    [],
    [answer({ at: minutes(-90), note: 'Slow', evidence: 'https://ci/1' })],
  ],
  [
    'what was reported for another check does not matter',
    [passes],
    [answer({ check: 'docs.built', at: minutes(3) })],
    [answer()],
  ],
  [
    'a later time is news, though it says the same',
    [{ ...passes, at: iso(-1) }],
    [answer({ at: minutes(-2) })],
    [answer({ at: minutes(-1) })],
  ],
  [
    'a known time is a retry, whatever it says',
    [{ check: 'tests.pass', verdict: 'fail', at: iso(-2) }],
    [answer({ at: minutes(-2) })],
    [],
  ],
  [
    'an earlier time is no news',
    [{ check: 'tests.pass', verdict: 'fail', at: iso(-3) }],
    [answer({ at: minutes(-2) })],
    [],
  ],
  [
    'without a time, the same within a minute is a retry',
    [passes],
    [answer({ at: minutes(-1) })],
    [],
  ],
  [
    'without a time, the same after more than a minute is news',
    [passes],
    [answer({ at: new Date(now.getTime() - 60_001) })],
    [answer()],
  ],
  [
    'without a time, another verdict is news',
    [{ check: 'tests.pass', verdict: 'fail' }],
    [answer()],
    [answer({ verdict: 'fail' })],
  ],
  [
    'without a time, somebody else is news',
    [passes],
    [answer({ by: 'external:other' })],
    [answer()],
  ],
  [
    'without a time, another note is news',
    [{ ...passes, note: 'Slow' }],
    [answer()],
    [answer({ note: 'Slow' })],
  ],
  [
    'without a time, another link is news',
    [{ ...passes, evidence: 'https://ci/2' }],
    [answer({ evidence: 'https://ci/1' })],
    [answer({ evidence: 'https://ci/2' })],
  ],
  [
    'a note of null is none',
    [{ ...passes, note: null, evidence: null }],
    [answer()],
    [],
  ],
  [
    'a time a little ahead is believed',
    [{ ...passes, at: iso(5) }],
    [],
    [answer({ at: minutes(5) })],
  ],
  [
    'what has no time comes after a clock that was a little ahead',
    [{ check: 'tests.pass', verdict: 'fail' }],
    [answer({ at: minutes(4) })],
    [answer({ verdict: 'fail', at: minutes(4) })],
  ],
  [
    'what is known of a time to come is not waited for',
    [passes],
    [answer({ at: minutes(6) })],
    [answer()],
  ],
  [
    'what is known of a time to come makes no retry of an earlier time',
    [{ ...passes, at: iso(-10) }],
    [answer({ at: minutes(6) })],
    [answer({ at: minutes(-10) })],
  ],
  [
    'several checks are news each',
    [passes, { check: 'docs.built', verdict: 'fail' }],
    [],
    [answer(), answer({ check: 'docs.built', verdict: 'fail' })],
  ],
  [
    'of several without a time the last one counts',
    [passes, { check: 'tests.pass', verdict: 'fail' }],
    [],
    [answer({ verdict: 'fail' })],
  ],
  [
    'of several of one time in two spellings the last one counts',
    [
      { ...passes, at: '2026-11-20T08:00:00Z' },
      { check: 'tests.pass', verdict: 'fail', at: '2026-11-20T09:00:00+01:00' },
    ],
    [],
    [answer({ verdict: 'fail', at: minutes(-60) })],
  ],
  [
    'of several of one time the last one counts, be it the one before',
    [passes, { check: 'tests.pass', verdict: 'fail' }, passes],
    [answer()],
    [],
  ],
  [
    'several times of one check are news in their order',
    [
      { ...passes, at: iso(-2) },
      { check: 'tests.pass', verdict: 'fail', at: iso(-1) },
    ],
    [],
    [answer({ at: minutes(-2) }), answer({ verdict: 'fail', at: minutes(-1) })],
  ],
  [
    'an earlier time after a later one of the same request is no news',
    [
      { ...passes, at: iso(-1) },
      { check: 'tests.pass', verdict: 'fail', at: iso(-2) },
    ],
    [],
    [answer({ at: minutes(-1) })],
  ],
  [
    'one without a time and one with a time are two',
    [
      { ...passes, at: iso(-2) },
      { check: 'tests.pass', verdict: 'fail' },
    ],
    [],
    [answer({ at: minutes(-2) }), answer({ verdict: 'fail' })],
  ],
  [
    'the first of two checks is not replaced by the other',
    [
      { ...passes, at: iso(-1) },
      { check: 'docs.built', verdict: 'pass', at: iso(-1) },
    ],
    [],
    [
      answer({ at: minutes(-1) }),
      answer({ check: 'docs.built', at: minutes(-1) }),
    ],
  ],
];
it.each(rows)('%s', (_, command, known, expected) => {
  expect(decide(command, known)).toEqual(expected);
});

it.each<[string, ReportCommand, string]>([
  [
    'a check that is not asked, and names the nearest',
    [{ check: 'tests.pas', verdict: 'pass' }],
    '0.check: there is no check tests.pas; did you mean tests.pass?',
  ],
  [
    'a check that nobody reports, and says how it is answered',
    [passes, { check: 'owner.named', verdict: 'pass' }],
    `1.check: results of owner.named are not reported. ${second.answer}`,
  ],
  [
    'a check that does not apply',
    [{ check: 'api.stable', verdict: 'pass' }],
    '0.check: api.stable does not apply to this entity',
  ],
  [
    'a time to come',
    [
      passes,
      { ...passes, at: new Date(minutes(5).getTime() + 1).toISOString() },
    ],
    '1.at: must not be in the future',
  ],
])('refuses %s', (_, command, message) => {
  expect(() => decide(command)).toThrow(
    expect.objectContaining({ name: 'InputError', message }),
  );
});

it('refuses everything where there are no checks', () => {
  expect(() => decide([passes], [], [])).toThrow(
    '0.check: there are no checks',
  );
});
