import { expiryOf } from './expiryOf';

const now = new Date('2026-11-20T09:00:00Z');

it.each<[string, string | undefined, Date, string]>([
  [
    'nothing: the end of the last day',
    undefined,
    now,
    '2026-11-27T23:59:59.999Z',
  ],
  ['today: its end in UTC', '2026-11-20', now, '2026-11-20T23:59:59.999Z'],
  [
    'a later day: its end in UTC',
    '2026-11-25',
    now,
    '2026-11-25T23:59:59.999Z',
  ],
  ['the last day', '2026-11-27', now, '2026-11-27T23:59:59.999Z'],
  [
    'yesterday, while it is still today in UTC−12: its end there',
    '2026-11-19',
    now,
    '2026-11-20T11:59:59.999Z',
  ],
  [
    'an instant: that one',
    '2026-11-20T09:00:00.001Z',
    now,
    '2026-11-20T09:00:00.001Z',
  ],
  [
    'the last instant of the last day',
    '2026-11-27T23:59:59.999Z',
    now,
    '2026-11-27T23:59:59.999Z',
  ],
])('takes %s', (_, given, at, expected) => {
  expect(expiryOf(given, { days: 7, now: at }).toISOString()).toBe(expected);
});

it.each<[string, string, string]>([
  [
    'the present instant',
    '2026-11-20T09:00:00Z',
    'expiresAt: must be later than now',
  ],
  [
    'an instant of yesterday',
    '2026-11-19T23:59:59Z',
    'expiresAt: must be later than now',
  ],
  [
    'a day that is over everywhere',
    '2026-11-18',
    'expiresAt: must be later than now',
  ],
  [
    'one day too many',
    '2026-11-28',
    'expiresAt: must be on 2026-11-27 at the latest, 7 days from now',
  ],
  [
    'one millisecond too many',
    '2026-11-28T00:00:00Z',
    'expiresAt: must be on 2026-11-27 at the latest, 7 days from now',
  ],
])('refuses %s', (_, given, message) => {
  expect(() => expiryOf(given, { days: 7, now })).toThrow(
    expect.objectContaining({ name: 'InputError', message }),
  );
});

it('refuses yesterday once it is over in UTC−12', () => {
  const noon = new Date('2026-11-20T12:00:00Z');
  expect(() => expiryOf('2026-11-19', { days: 7, now: noon })).toThrow(
    'expiresAt: must be later than now',
  );
});
