import {
  defaultPortfolioQuery,
  possible,
  toListDemand,
  toListPilots,
} from './PortfolioQuery';
import { readParams, writeParams } from './portfolioParams';

const known = { kinds: ['Pilot', 'API'], today: '2026-11-20' };
const read = (text: string) => readParams(new URLSearchParams(text), known);

describe('portfolioParams', () => {
  it('has no parameters for the default view', () => {
    expect(read('')).toEqual({ query: defaultPortfolioQuery, leftOut: [] });
    expect(writeParams(defaultPortfolioQuery).toString()).toBe('');
  });

  it('comes back from the address as it went there', () => {
    const query = {
      ...defaultPortfolioQuery,
      q: 'data & more',
      phase: ['demand', 'build-out'] as const,
      level: ['strong'] as const,
      owner: [
        'group:default/partner-tech',
        'user:default/dana',
        'group:default/john@example.com',
        'group:other/doe, john 100%',
      ],
      team: 'group:default/payments',
      recommended: ['hand-off', 'invest'] as const,
      sort: '-readiness' as const,
    };
    const text = writeParams(query).toString();
    expect(readParams(new URLSearchParams(text), known)).toEqual({
      query,
      leftOut: [],
    });
  });

  it('keeps a past day in the address', () => {
    const query = {
      ...defaultPortfolioQuery,
      sort: 'phase' as const,
      asOf: '2026-03-01',
    };
    const text = writeParams(query).toString();
    expect(text).toBe('sort=phase&asOf=2026-03-01');
    expect(read(text)).toEqual({ query, leftOut: [] });
  });

  it.each([
    { what: 'an unknown name', text: 'colour=red', leftOut: ['colour'] },
    { what: 'an unknown phase', text: 'phase=x,demand', leftOut: ['phase=x'] },
    { what: 'an unknown level', text: 'level=huge', leftOut: ['level=huge'] },
    { what: 'an unknown order', text: 'sort=luck', leftOut: ['sort=luck'] },
    {
      what: 'a kind that takes none',
      text: 'kind=User',
      leftOut: ['kind=User'],
    },
    { what: 'no day', text: 'asOf=2026-02-31', leftOut: ['asOf=2026-02-31'] },
    {
      what: 'a coming day',
      text: 'asOf=2026-11-21',
      leftOut: ['asOf=2026-11-21'],
    },
    {
      what: 'a phase of an API',
      text: 'kind=api&phase=demand',
      leftOut: ['phase'],
    },
    {
      what: 'an unknown recommendation',
      text: 'recommended=luck,invest',
      leftOut: ['recommended=luck'],
    },
    {
      what: 'a recommendation for an API',
      text: 'kind=api&recommended=invest',
      leftOut: ['recommended'],
    },
    {
      what: 'a recommendation of a past day',
      text: 'asOf=2026-03-01&recommended=invest',
      leftOut: ['recommended'],
    },
    {
      what: 'the order by readiness of a past day',
      text: 'asOf=2026-03-01&sort=-readiness',
      leftOut: ['sort=-readiness'],
    },
    {
      what: 'the order by phase of an API',
      text: 'kind=api&sort=phase',
      leftOut: ['sort=phase'],
    },
    { what: 'no ref', text: 'owner=:/', leftOut: ['owner=:/'] },
  ])('leaves out $what and says so', ({ text, leftOut }) => {
    expect(read(text).leftOut).toEqual(leftOut);
  });

  it('keeps what is good beside what is bad', () => {
    expect(read('phase=x,demand&level=huge').query).toEqual({
      ...defaultPortfolioQuery,
      phase: ['demand'],
    });
  });

  it('takes any kind until the kinds are known', () => {
    const { query, leftOut } = readParams(new URLSearchParams('kind=Robot'), {
      today: known.today,
    });
    expect(query.kind).toBe('Robot');
    expect(leftOut).toEqual([]);
  });

  it('understands names of teams without kind and namespace', () => {
    expect(read('owner=partner-tech').query.owner).toEqual([
      'group:default/partner-tech',
    ]);
  });
});

describe('toListPilots', () => {
  it('leaves out ended Pilots unless a phase is chosen', () => {
    expect(toListPilots(defaultPortfolioQuery)).toEqual({
      phase: ['pilot', 'demand', 'build-out', 'platform'],
      orderBy: '-score',
    });
    const { query } = read('phase=retired&q=%20data%20&asOf=2026-03-01');
    expect(toListPilots(query)).toEqual({
      phase: ['retired'],
      q: 'data',
      asOf: '2026-03-01',
      orderBy: '-score',
    });
  });

  it('asks for what is recommended', () => {
    const { query } = read('recommended=invest&sort=-readiness');
    expect(toListPilots(query)).toEqual({
      phase: ['pilot', 'demand', 'build-out', 'platform'],
      recommended: ['invest'],
      orderBy: '-readiness',
    });
  });
});

describe('toListDemand', () => {
  it('asks for no phase of other kinds', () => {
    expect(toListDemand(read('kind=API&level=strong').query)).toEqual({
      kind: ['API'],
      level: ['strong'],
      orderBy: '-score',
    });
  });
});

describe('possible', () => {
  it('drops what another kind or a past day does not have', () => {
    const query = {
      ...defaultPortfolioQuery,
      phase: ['demand'] as const,
      recommended: ['invest'] as const,
      sort: '-readiness' as const,
    };
    expect(possible(query)).toEqual(query);
    expect(possible({ ...query, kind: 'API' })).toEqual({
      ...defaultPortfolioQuery,
      kind: 'API',
    });
    expect(possible({ ...query, asOf: '2026-03-01' })).toEqual({
      ...defaultPortfolioQuery,
      phase: ['demand'],
      asOf: '2026-03-01',
    });
  });
});
