import { defaultPortfolioQuery, toListDemand } from './PortfolioQuery';
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
      owner: ['group:default/partner-tech', 'user:default/dana'],
      team: 'group:default/payments',
      sort: 'name' as const,
      asOf: '2026-03-01',
    };
    const text = writeParams(query).toString();
    expect(readParams(new URLSearchParams(text), known)).toEqual({
      query,
      leftOut: [],
    });
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

describe('toListDemand', () => {
  it('leaves out ended Pilots unless a phase is chosen', () => {
    expect(toListDemand(defaultPortfolioQuery)).toEqual({
      kind: ['Pilot'],
      phase: ['pilot', 'demand', 'build-out', 'platform'],
      orderBy: '-score',
    });
    const { query } = read('phase=retired&q=%20data%20&asOf=2026-03-01');
    expect(toListDemand(query)).toEqual({
      kind: ['Pilot'],
      phase: ['retired'],
      q: 'data',
      asOf: '2026-03-01',
      orderBy: '-score',
    });
  });

  it('asks for no phase of other kinds', () => {
    expect(toListDemand(read('kind=API').query)).toEqual({
      kind: ['API'],
      orderBy: '-score',
    });
  });
});
