import { DateTime } from 'luxon';
import { formatAsOf, formatInstant } from './formatInstant';

const now = DateTime.fromISO('2026-11-20T12:00:00', { zone: 'Europe/Berlin' });

describe('formatInstant', () => {
  it.each([
    {
      when: 'minutes ago',
      iso: '2026-11-20T10:50:00Z',
      text: '10 minutes ago',
    },
    { when: 'days ago', iso: '2026-11-17T08:12:00Z', text: '3 days ago' },
    { when: 'weeks ago', iso: '2026-10-22T10:00:00Z', text: '29 days ago' },
    { when: 'longer ago', iso: '2026-10-20T10:59:00Z', text: '20 Oct 2026' },
  ])('says $text for $when', ({ iso, text }) => {
    expect(formatInstant(iso, 'en', now).text).toBe(text);
  });

  it('has no words of its own for what was less than a minute ago', () => {
    expect(
      formatInstant('2026-11-20T10:59:01Z', 'en', now).text,
    ).toBeUndefined();
  });

  it('has the full time for who wants to know', () => {
    expect(formatInstant('2026-11-17T08:12:00Z', 'en-GB', now).full).toBe(
      '17 Nov 2026, 09:12 CET',
    );
  });

  it('speaks the language of the app', () => {
    expect(formatInstant('2026-11-17T08:12:00Z', 'de', now).text).toBe(
      'vor 3 Tagen',
    );
  });
});

describe('formatAsOf', () => {
  it('says day and minute', () => {
    expect(formatAsOf('2026-11-20T13:02:00Z', 'en', now.zone)).toBe(
      '20 Nov 2026, 14:02',
    );
  });
});
