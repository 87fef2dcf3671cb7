import fc from 'fast-check';
import { teamsByAuthors } from './teamsByAuthors';

/** Teams by name, with the people who asked for them. */
const askedBy = (teams: Readonly<Record<string, string>>) =>
  Object.entries(teams).flatMap(([team, authors]) =>
    [...authors].map(author => ({ team, author })),
  );

it('finds as many as trying every choice does', () => {
  const tried = (teams: string[], taken: string): number =>
    teams.length === 0
      ? 0
      : Math.max(
          tried(teams.slice(1), taken),
          ...[...teams[0]]
            .filter(author => !taken.includes(author))
            .map(author => 1 + tried(teams.slice(1), taken + author)),
        );
  const authors = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
    .map(each => each.join(''));
  fc.assert(
    fc.property(fc.array(authors, { maxLength: 5 }), teams => {
      const named = Object.fromEntries(
        teams.map((each, index) => [`t${index}`, each]),
      );
      expect(teamsByAuthors(askedBy(named), 99)).toBe(tried(teams, ''));
    }),
    { numRuns: 300 },
  );
});
