import { markdownTable, tablesOf } from '../__testUtils__/documentation';
import { deepFreeze } from '../demand/__testUtils__/asks';
import { adoptionExamples, workedExample } from './adoption.examples';
import { assessAdoption, teamsToAsk } from './assessAdoption';
import { dayMs } from '../model/dayMs';

const nameOf = (team: string) => team.split('/')[1];

it.each(adoptionExamples.map(example => [example.name, example] as const))(
  '%s',
  (_name, { input, expected }) => {
    const { hands, toAsk, growth, ...numbers } = expected;
    const { teams, ...assessed } = assessAdoption(deepFreeze(input));
    expect({
      ...assessed,
      growth: assessed.growth.map(({ adopters }) => adopters),
    }).toEqual({ ...numbers, growth });
    expect(
      teams.map(({ team, withoutHands }) => [nameOf(team), withoutHands]),
    ).toEqual(Object.entries(hands));
    const refs = input.adopters.map(({ team }) => team);
    const asked = teamsToAsk(refs, deepFreeze(input).ratings, input.now);
    expect(asked.map(nameOf)).toEqual(toAsk);
  },
);

it('names the months that it counts', () => {
  const { growth } = assessAdoption(workedExample.input);
  expect(growth.map(({ month }) => month)).toEqual([
    '2025-12',
    ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map(
      month => `2026-${month}`,
    ),
  ]);
});

it('gives each team its dates and its latest answer, with its note', () => {
  const { input } = workedExample;
  const ratings = input.ratings.map(rating => ({
    ...rating,
    note: `Of ${rating.quarter}`,
  }));
  expect(assessAdoption({ ...input, ratings }).teams[0]).toEqual({
    team: 'group:default/ads',
    askedAt: '2026-01-10T00:00:00.000Z',
    adoptedAt: '2026-02-09T00:00:00.000Z',
    withoutHands: null,
    score: 4,
    note: 'Of 2026-Q3',
  });
});

describe('the documentation', () => {
  const { input, expected } = workedExample;
  const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

  it('shows the teams of the worked example', () => {
    const hands = (known: boolean | null) =>
      known === null ? 'not known' : String(known);
    const table = markdownTable([
      ['Team', 'Asked', 'Adopted', 'Days', 'Without hands', 'Answers'],
      ...input.adopters.map(({ team, askedAt, adoptedAt }) => [
        nameOf(team),
        dayOf(askedAt),
        dayOf(adoptedAt),
        String((adoptedAt.getTime() - askedAt.getTime()) / dayMs),
        hands(expected.hands[nameOf(team)]),
        input.ratings
          .filter(rating => rating.team === team)
          .map(({ quarter, score }) => `${quarter}: ${score}`)
          .join(', '),
      ]),
    ]);
    expect(tablesOf('adoption', 'Team')).toEqual([table]);
  });

  it('shows what they come to', () => {
    const { satisfaction } = expected;
    const table = markdownTable([
      ['Number', 'Of the example'],
      ['`adopters`', String(expected.adopters)],
      ['`gained`', String(expected.gained)],
      ['`growth`', expected.growth.join(', ')],
      ['`medianDays`', String(expected.medianDays)],
      ['`withoutHands`', expected.withoutHands!.toFixed(4)],
      ['`satisfaction.mean`', String(satisfaction.mean)],
      ['`satisfaction.teams`', String(satisfaction.teams)],
      [
        '`satisfaction.quarters`',
        satisfaction.quarters
          .map(({ quarter, mean, teams }) => `${quarter}: ${mean} of ${teams}`)
          .join(', '),
      ],
    ]);
    const ofExample = tablesOf('adoption', 'Number').filter(each =>
      each.includes('| Of the example'),
    );
    expect(ofExample).toEqual([table]);
  });
});
