import { interestWith } from '../../__testUtils__/world';
import { isNews, newestOf } from './needSections';

const answered = interestWith({
  status: 'planned',
  statusAt: '2026-11-10T10:00:00.000Z',
  statusBy: 'user:default/ada',
});

describe('isNews', () => {
  it.each([
    {
      when: 'answered since',
      interest: answered,
      visit: '2026-11-09T00:00:00Z',
      is: true,
    },
    {
      when: 'answered before',
      interest: answered,
      visit: '2026-11-11T00:00:00Z',
      is: false,
    },
    {
      when: 'never here before',
      interest: answered,
      visit: undefined,
      is: true,
    },
    {
      when: 'answered by somebody unnamed',
      interest: { ...answered, statusBy: null },
      visit: undefined,
      is: true,
    },
    {
      when: 'answered by its author',
      interest: { ...answered, statusBy: answered.author },
      visit: undefined,
      is: false,
    },
    {
      when: 'withdrawn',
      interest: { ...answered, status: 'withdrawn' as const },
      visit: undefined,
      is: false,
    },
    {
      when: 'not answered',
      interest: interestWith(),
      visit: undefined,
      is: false,
    },
  ])('is $is when $when', ({ interest, visit, is }) => {
    expect(isNews(interest, visit)).toBe(is);
  });
});

describe('newestOf', () => {
  it('goes by version, and by order where that is the same', () => {
    const [one, two, three] = [1, 2, 2].map(version =>
      interestWith({ version }),
    );
    expect(newestOf(one, three, undefined, two)).toBe(two);
    expect(newestOf(two, one)).toBe(two);
  });
});
