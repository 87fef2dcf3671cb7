import { adoptersOf, ServedInterest } from './adoptersOf';
import { decideRating } from './decideRating';
import { StoredInterest } from '../kernel/store/interests/interestRows';

const day = (date: string) => new Date(`${date}T00:00:00Z`);

function served(
  team: string,
  createdAt: string,
  adoptedAt?: string,
  change: Partial<StoredInterest> = {},
  source = 'pilot',
): ServedInterest {
  return {
    interest: {
      team,
      author: `user:default/of-${team}`,
      createdAt: day(createdAt),
      status: adoptedAt ? 'adopted' : 'open',
      withdrawn: false,
      ...change,
    } as StoredInterest,
    source,
    owners: ['owner', source === 'pilot' ? 'owner' : 'maker'],
    ...(adoptedAt && { adoptedAt: day(adoptedAt) }),
  };
}

describe('the adopters', () => {
  it.each<[string, ServedInterest[], object[]]>([
    ['are none without an adopted interest', [served('a', '2026-01-01')], []],
    [
      'have their first ask, whatever was adopted first',
      [
        served('a', '2026-03-01', '2026-04-01'),
        served('a', '2026-01-01'),
        served('a', '2026-02-01', '2026-05-01'),
      ],
      [{ team: 'a', askedAt: day('2026-01-01'), adoptedAt: day('2026-04-01') }],
    ],
    [
      'are served through a part as well, first where it was first',
      [
        served('a', '2026-02-01', '2026-06-01'),
        served('a', '2026-03-01', '2026-04-01', {}, 'part'),
      ],
      [{ team: 'a', askedAt: day('2026-02-01'), adoptedAt: day('2026-04-01') }],
    ],
    [
      'are not those that are not served any more',
      [
        served('a', '2026-01-01', '2026-02-01', { status: 'planned' }),
        served('b', '2026-01-01', '2026-02-01', { withdrawn: true }),
      ],
      [],
    ],
    [
      'keep the first time of what was adopted twice',
      [
        served('a', '2026-01-01', '2026-02-01', { status: 'planned' }),
        served('a', '2026-01-05', '2026-03-01'),
      ],
      [{ team: 'a', askedAt: day('2026-01-01'), adoptedAt: day('2026-02-01') }],
    ],
    [
      'are not the owner, nor who makes the part, there',
      [
        served('owner', '2026-01-01', '2026-02-01'),
        served('owner', '2026-01-01', '2026-02-01', {}, 'part'),
        served('maker', '2026-01-01', '2026-02-01', {}, 'part'),
        served('maker', '2026-01-07', '2026-03-01'),
      ],
      [
        {
          team: 'maker',
          askedAt: day('2026-01-07'),
          adoptedAt: day('2026-03-01'),
        },
      ],
    ],
  ])('%s', (_, all, expected) => {
    expect(adoptersOf(all)).toEqual(expected);
  });
});

describe('a rating', () => {
  const by = 'user:default/ana';
  const known = {
    ...{ team: 'a', quarter: '2026-Q4', score: 3, note: 'Slow', by },
    at: day('2026-10-05'),
  };
  const rate = (command: object, at = '2026-12-31') =>
    decideRating(
      [known],
      { team: 'a', score: 3, ...command },
      { by, at: day(at) },
    );

  it('of another score takes the place of the one of its quarter and keeps the note', () => {
    const decision = rate({ score: 5 });
    expect(decision.rating).toEqual({
      ...known,
      score: 5,
      at: day('2026-12-31'),
    });
    expect(decision.entry).toMatchObject({
      type: 'rated',
      score: 5,
      actor: by,
    });
  });

  it('that stands already changes nothing, by whomever it comes', () => {
    expect(rate({})).toEqual({ rating: known });
    expect(rate({ note: 'Slow' })).toEqual({ rating: known });
  });

  it('changes or clears the note where it says so', () => {
    expect(rate({ note: 'Quick' }).rating.note).toBe('Quick');
    expect(rate({ note: null }).rating.note).toBeNull();
  });

  it('of the next quarter stands beside it, without its note', () => {
    const { rating, entry } = rate({}, '2027-01-01');
    expect(rating).toMatchObject({ quarter: '2027-Q1', score: 3, note: null });
    expect(entry).toBeDefined();
  });
});
