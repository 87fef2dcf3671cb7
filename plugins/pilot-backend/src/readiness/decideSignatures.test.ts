import {
  AssessedCheck,
  defaultChecks,
  StandingAttestation,
  StandingWaiver,
} from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { decideAttestation, decideWaiver } from './decideSignatures';

const now = new Date('2026-11-20T09:00:00Z');
const dana = 'user:default/dana';
const dora = 'user:default/dora';
const evidence = 'https://docs/runbook';
/** The end of a day of the calendar. */
const end = (day: string) => new Date(`${day}T23:59:59.999Z`);

const check = (
  verdict: AssessedCheck['verdict'] = 'fail',
  attestation: { maxDays: number } | undefined = { maxDays: 30 },
): AssessedCheck => ({
  definition: { ...defaultChecks[0], id: 'support.runbook', attestation },
  verdict,
});

describe('an attestation', () => {
  const standing: StandingAttestation = {
    ...{ id: 'a1', check: 'support.runbook', verdict: 'pass', evidence },
    ...{ note: 'By hand', by: dana, at: now, expiresAt: end('2026-12-20') },
  };
  const command = {
    check: 'support.runbook',
    verdict: 'pass',
    evidence,
  } as const;
  const same = { ...command, note: 'By hand' };
  const decide = (
    given: Parameters<typeof decideAttestation>[0],
    of: Partial<Parameters<typeof decideAttestation>[1]> = {},
  ) =>
    decideAttestation(
      ...deepFreeze([
        given,
        { check: check(), by: dana, newId: 'new', now, ...of },
      ] as const),
    );

  const rows: Array<
    [
      string,
      Parameters<typeof decide>[0],
      Parameters<typeof decide>[1],
      Partial<StandingAttestation>,
    ]
  > = [
    ['holds as long as the check allows', command, {}, {}],
    [
      'says why, and that it fails',
      { ...command, verdict: 'fail', note: 'Not yet' },
      {},
      { verdict: 'fail', note: 'Not yet' },
    ],
    [
      'holds until the end of the day that it names',
      { ...command, expiresAt: '2026-11-30' },
      {},
      { expiresAt: end('2026-11-30') },
    ],
    [
      'holds until the instant that it names',
      { ...command, expiresAt: '2026-11-30T12:00:00Z' },
      {},
      { expiresAt: new Date('2026-11-30T12:00:00Z') },
    ],
    ['is for a check that passes, too', command, { check: check('pass') }, {}],
  ];
  it.each(rows)('%s', (_, given, of, expected) => {
    expect(decide(given, of)).toEqual({
      ...{ id: 'new', check: 'support.runbook', verdict: 'pass', evidence },
      ...{ note: null, by: dana, at: now, expiresAt: end('2026-12-20') },
      ...expected,
    });
  });

  it.each<[string, object]>([
    ['a day later, as the instant is of the same day', {}],
    ['with the day that it holds until', { expiresAt: '2026-12-20' }],
  ])('changes nothing where it is signed again %s', (_, more) => {
    expect(decide({ ...same, ...more }, { standing })).toBeUndefined();
  });

  it.each<[string, object, object]>([
    ['by somebody else', {}, { by: dora }],
    ['with another verdict', { verdict: 'fail' }, {}],
    ['with another link', { evidence: 'https://docs/other' }, {}],
    ['with another note', { note: 'By machine' }, {}],
    ['without its note', { note: null }, {}],
    ['until another day', { expiresAt: '2026-12-19' }, {}],
    [
      'after it lapsed',
      {},
      { standing: { ...standing, lapsed: 'ownerChanged' } },
    ],
  ])('is new where it is signed %s', (_, more, of) => {
    expect(decide({ ...same, ...more }, { standing, ...of })).toMatchObject({
      id: 'new',
      at: now,
    });
  });

  it.each<[string, object, object, string]>([
    [
      'of a check that does not apply',
      {},
      { check: check('notApplicable') },
      'check: support.runbook does not apply to this entity',
    ],
    [
      'of a check that nobody attests',
      {},
      {
        check: {
          ...check(),
          definition: { ...check().definition, attestation: undefined },
        },
      },
      `check: support.runbook is not attested. ${defaultChecks[0].answer}`,
    ],
    [
      'until a day that is past',
      { expiresAt: '2026-11-18' },
      {},
      'expiresAt: must be later than now',
    ],
    [
      'until now',
      { expiresAt: now.toISOString() },
      {},
      'expiresAt: must be later than now',
    ],
    [
      'for longer than the check allows',
      { expiresAt: '2026-12-21' },
      {},
      'expiresAt: must be on 2026-12-20 at the latest, 30 days from now',
    ],
  ])('is refused: %s', (_, more, of, message) => {
    expect(() => decide({ ...command, ...more }, of)).toThrow(
      expect.objectContaining({ name: 'InputError', message }),
    );
  });
});

describe('a waiver', () => {
  const standing: StandingWaiver = {
    ...{ id: 'w1', check: 'support.runbook', reason: 'A pilot', by: dana },
    ...{ at: now, expiresAt: end('2026-12-01') },
  };
  const command = {
    ...{ check: 'support.runbook', reason: 'A pilot', expiresAt: '2026-12-01' },
  };
  const decide = (
    given: Parameters<typeof decideWaiver>[0] = command,
    of: Partial<Parameters<typeof decideWaiver>[1]> = {},
  ) =>
    decideWaiver(
      ...deepFreeze([
        given,
        { check: check(), by: dana, newId: 'new', now, days: 90, ...of },
      ] as const),
    );

  it.each<AssessedCheck['verdict']>(['fail', 'unknown', 'waived'])(
    'is for a check of the verdict %s',
    verdict => {
      expect(decide(command, { check: check(verdict) })).toEqual({
        ...standing,
        id: 'new',
      });
    },
  );

  it('may hold for as many days as there are', () => {
    const waiver = decide({ ...command, expiresAt: '2027-02-18' });
    expect(waiver?.expiresAt).toEqual(end('2027-02-18'));
  });

  it('changes nothing where it is said again, though the check passes now', () => {
    expect(decide(command, { standing })).toBeUndefined();
    expect(decide(command, { standing, check: check('pass') })).toBeUndefined();
  });

  it.each<[string, object, object]>([
    ['by somebody else', {}, { by: dora }],
    ['for another reason', { reason: 'Too small' }, {}],
    ['until another day', { expiresAt: '2026-12-02' }, {}],
  ])('is new where it is said %s', (_, more, of) => {
    expect(decide({ ...command, ...more }, { standing, ...of })?.id).toBe(
      'new',
    );
  });

  it.each<[string, object, object, string, string]>([
    [
      'of a check that does not apply',
      {},
      { check: check('notApplicable') },
      'InputError',
      'check: support.runbook does not apply to this entity',
    ],
    [
      'of a check that passes',
      {},
      { check: check('pass') },
      'ConflictError',
      'check: support.runbook passes; there is nothing to waive',
    ],
    [
      'until a day that is past',
      { expiresAt: '2026-11-18' },
      {},
      'InputError',
      'expiresAt: must be later than now',
    ],
    [
      'for too long',
      { expiresAt: '2027-02-19' },
      {},
      'InputError',
      'expiresAt: must be on 2027-02-18 at the latest, 90 days from now',
    ],
  ])('is refused: %s', (_, more, of, name, message) => {
    expect(() => decide({ ...command, ...more }, of)).toThrow(
      expect.objectContaining({ name, message }),
    );
  });
});
