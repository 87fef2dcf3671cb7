import { deepFreeze } from '../demand/__testUtils__/asks';
import { teamsByAuthors } from './teamsByAuthors';

/** Teams by name, with the people who asked for them. */
const askedBy = (teams: Readonly<Record<string, string>>) =>
  Object.entries(teams).flatMap(([team, authors]) =>
    [...authors].map(author => ({ team, author })),
  );

it.each([
  ['nobody', {}, 0],
  ['one person for one team', { t: 'a' }, 1],
  ['several people of one team', { t: 'abc' }, 1],
  ['one person in three teams', { t: 'a', u: 'a', v: 'a' }, 1],
  ['three people of three teams', { t: 'a', u: 'b', v: 'c' }, 3],
  ['two people for three teams', { t: 'ab', u: 'ab', v: 'ab' }, 2],
  ['the first author is needed elsewhere', { t: 'ab', u: 'a' }, 2],
  ['a chain that has to move on', { t: 'ab', u: 'bc', v: 'ab' }, 3],
  ['three authors, but not for three teams', { t: 'abc', u: 'a', v: 'a' }, 2],
  ['four authors who share two teams', { t: 'abcd', u: 'abcd' }, 2],
])('%s', (_, teams, expected) => {
  expect(teamsByAuthors(deepFreeze(askedBy(teams)), 99)).toBe(expected);
});

it('looks for no more than are asked for', () => {
  const teams = { t: 'a', u: 'b', v: 'c', w: 'd' };
  expect(teamsByAuthors(askedBy(teams), 3)).toBe(3);
  expect(teamsByAuthors(askedBy(teams), 0)).toBe(0);
});
