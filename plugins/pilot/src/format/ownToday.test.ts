import { DateTime, Settings } from 'luxon';
import { dayRefusal } from '../components/Checks/UntilField';
import {
  isPastDay,
  type InterestDraft,
} from '../components/NeedDialog/InterestDraft';
import { ownToday } from './ownToday';

const blank = { neededBy: null } as InterestDraft;

/** Evening in the west, where UTC has tomorrow, and morning in the east, where UTC has yesterday. */
const cases = [
  {
    zone: 'America/Los_Angeles',
    now: '2026-11-20T04:30:00Z',
    own: '2026-11-19',
    past: '2026-11-18',
  },
  {
    zone: 'UTC',
    now: '2026-11-20T04:30:00Z',
    own: '2026-11-20',
    past: '2026-11-19',
  },
  {
    zone: 'Pacific/Auckland',
    now: '2026-11-20T20:30:00Z',
    own: '2026-11-21',
    past: '2026-11-20',
  },
  {
    zone: 'Pacific/Kiritimati',
    now: '2026-11-20T10:30:00Z',
    own: '2026-11-21',
    past: '2026-11-20',
  },
  {
    zone: 'Pacific/Niue',
    now: '2026-11-20T10:59:00Z',
    own: '2026-11-19',
    past: '2026-11-18',
  },
];

describe.each(cases)('in $zone at $now', ({ zone, now, own, past }) => {
  beforeEach(() => {
    Settings.defaultZone = zone;
    Settings.now = () => Date.parse(now);
  });
  afterEach(() => {
    Settings.defaultZone = 'system';
    Settings.now = () => Date.now();
  });

  it(`is ${own}, in every field that takes a day`, () => {
    expect(ownToday()).toBe(own);
    expect(isPastDay({ ...blank, neededBy: own }, blank, ownToday())).toBe(
      false,
    );
    expect(isPastDay({ ...blank, neededBy: past }, blank, ownToday())).toBe(
      true,
    );
    expect(dayRefusal(own, 30)).toBeUndefined();
    expect(dayRefusal(past, 30)).toBe('past');
  });

  it('allows the last day that the API does, which counts in UTC', () => {
    const last = DateTime.fromISO(now, { zone: 'utc' }).plus({ days: 30 });
    expect(dayRefusal(last.toISODate(), 30)).toBeUndefined();
    expect(dayRefusal(last.plus({ days: 1 }).toISODate(), 30)).toBe('late');
  });
});
