import { defaultDemandPolicy as policy } from '../model/policy';
import { deepFreeze, inFull, interestOf, useCase } from './__testUtils__/asks';
import { assessDemand } from './assessDemand';
import type { TargetInterest } from './counted';
import { demandExamples, exampleInstant } from './score.examples';

const target = 'pilot:default/sharing';
const now = new Date('2026-11-20T00:00:00Z');
const [ads, search] = ['group:default/ads', 'group:default/search'];

const assess = (...interests: TargetInterest[]) =>
  assessDemand(deepFreeze({ target, interests, policy, now }));

describe('the worked examples', () => {
  it.each(demandExamples.map(example => [example.name, example] as const))(
    '%s',
    (_name, { interests, expected }) => {
      const demand = assessDemand(
        deepFreeze({ target, interests, policy, now: exampleInstant }),
      );
      expect({
        number: demand.number.toFixed(4),
        breadth: demand.breadth.toFixed(4),
        specific: demand.specific.toFixed(4),
        score: demand.score.toFixed(2),
      }).toEqual({
        number: expected.number.toFixed(4),
        breadth: expected.breadth.toFixed(4),
        specific: expected.specific.toFixed(4),
        score: expected.score.toFixed(2),
      });
    },
  );
});

describe('what counts', () => {
  it('counts nothing: none, 0, and what a first team would bring', () => {
    expect(assess()).toMatchObject({
      score: 0,
      level: 'none',
      number: 0,
      breadth: 0,
      specific: 0,
      counts: { interests: 0, teams: 0, useCases: 0, adopters: 0, internal: 0 },
      teams: [],
      raise: [{ code: 'newTeam', gain: expect.closeTo(18.993, 3) }],
      rollUp: [],
    });
  });

  it('tells apart counted, withdrawn, declined and internal', () => {
    const demand = assess(
      interestOf({ id: '1', team: ads, useCase }),
      interestOf({ id: '2', team: ads, useCase: 'too short' }),
      interestOf({ id: '3', team: search, status: 'adopted', useCase }),
      interestOf({ id: '4', useCase, withdrawn: true }),
      interestOf({ id: '5', useCase, status: 'declined' }),
      interestOf({ id: '6', useCase }, { internal: true }),
      interestOf({ id: '7', withdrawn: true }, { internal: true }),
    );
    expect(demand.counts).toEqual({
      interests: 3,
      teams: 2,
      useCases: 2,
      adopters: 1,
      internal: 1,
    });
  });

  it('is faint, not none, once everything has faded', () => {
    const confirmedAt = new Date('1500-01-01T00:00:00Z');
    const demand = assess(
      interestOf({ id: '1', team: ads, confirmedAt }),
      interestOf({ id: '2', team: search, confirmedAt }),
    );
    expect(demand).toMatchObject({ score: 0, level: 'faint' });
    expect(demand.teams.map(team => team.share)).toEqual([0.5, 0.5]);
  });

  it('serves all asks of a team that adopted any part', () => {
    const old = new Date('2024-01-01T00:00:00Z');
    const demand = assess(
      interestOf({ id: '1', team: ads, confirmedAt: old }, { target }),
      interestOf({ id: '2', team: ads, status: 'adopted', confirmedAt: old }),
    );
    expect(demand).toMatchObject({ breadth: 1, specific: 0 });
    expect(demand.number).toBeCloseTo(Math.SQRT2, 12);
  });
});

describe('teams', () => {
  const shares = (...interests: TargetInterest[]) =>
    assess(...interests).teams.map(({ team, share }) => [team, share]);

  it('shares by the fractions of N, T and M', () => {
    // A critical ask in full beside an important use case: 3/5 of N and T, and
    // 1 of 1.2667 in M, so 0.3·0.6 + 0.4·0.6 + 0.3·0.789474.
    expect(
      shares(
        interestOf({ id: '1', team: search, useCase }),
        interestOf({ id: '2', team: ads, urgency: 'critical', ...inFull }),
      ),
    ).toEqual([
      [ads, expect.closeTo(0.656842, 6)],
      [search, expect.closeTo(0.343158, 6)],
    ]);
  });

  it.each([
    ['today', '2026-11-20T00:00:00Z'],
    ['faded to nothing', '1500-01-01T00:00:00Z'],
    ['confirmed by a clock that is ahead', '2027-11-20T00:00:00Z'],
  ])('leaves out M where nobody describes anything, %s', (_name, at) => {
    // Two asks of one team are √2 of one: (0.3·0.585786 + 0.4·0.5) / 0.7.
    const confirmedAt = new Date(at);
    expect(
      shares(
        interestOf({ id: '1', team: ads, confirmedAt }),
        interestOf({ id: '2', team: ads, confirmedAt }),
        interestOf({ id: '3', team: search, confirmedAt }),
      ),
    ).toEqual([
      [ads, expect.closeTo(0.536766, 6)],
      [search, expect.closeTo(0.463234, 6)],
    ]);
  });

  it.each([
    // 1 against 2/3 · 1/2, both in N and T; nobody described anything.
    ['an adopter does not fade', { status: 'adopted' }, 0.75],
    // The clock that is ahead gives no more than full weight: 2 against 1.
    ['nobody weighs more than full', { confirmedAt: '2030-01-01' }, 2 / 3],
  ] as const)('is of the weights of now: %s', (_name, change, expected) => {
    const halfLifeAgo = new Date('2026-07-23T00:00:00Z');
    const confirmedAt =
      'confirmedAt' in change ? new Date(change.confirmedAt) : halfLifeAgo;
    const [[team, share]] = shares(
      interestOf({ id: '1', team: ads, ...change, confirmedAt }),
      interestOf({ id: '2', team: search, confirmedAt: halfLifeAgo }),
    );
    expect([team, share]).toEqual([ads, expect.closeTo(expected, 12)]);
  });

  it('shares alike where only description has weight and nobody describes', () => {
    const { teams } = assessDemand({
      target,
      interests: [
        interestOf({ id: '1', team: ads, urgency: 'critical' }),
        interestOf({ id: '2', team: search }),
      ],
      policy: { ...policy, weights: { number: 0, breadth: 0, specific: 1 } },
      now,
    });
    expect(teams.map(team => team.share)).toEqual([0.5, 0.5]);
  });

  it('tells interests and adoption, equal shares by ref', () => {
    const { teams } = assess(
      interestOf({ id: '1', team: search, status: 'adopted' }),
      interestOf({ id: '2', team: ads, status: 'adopted' }),
      interestOf({ id: '3', team: ads, withdrawn: true }),
    );
    expect(teams).toEqual([
      { team: ads, share: 0.5, interests: 1, adopter: true },
      { team: search, share: 0.5, interests: 1, adopter: true },
    ]);
  });
});

describe('what would raise it', () => {
  it('is one more team, then details of an existing one', () => {
    const five = demandExamples.find(
      ({ name }) => name === 'five teams, important, use case only',
    )!;
    const { raise } = assessDemand({
      target,
      interests: five.interests,
      policy,
      now: exampleInstant,
    });
    expect(raise).toEqual([
      { code: 'newTeam', gain: expect.closeTo(5.84, 2) },
      {
        code: 'details',
        gain: expect.closeTo(1.6843, 4),
        team: 'group:default/team-0',
      },
    ]);
  });

  it('asks the team whose strongest interest lacks most', () => {
    const { raise } = assess(
      interestOf({ id: '1', team: ads }),
      interestOf({ id: '2', team: ads, urgency: 'critical', useCase }),
      interestOf({ id: '3', team: search, urgency: 'nice-to-have' }),
    );
    expect(raise.find(({ code }) => code === 'details')?.team).toBe(ads);
  });

  it.each([
    ['everybody described all', [interestOf({ id: '1', ...inFull })]],
    [
      'an adopter described all',
      [interestOf({ id: '1', status: 'adopted', ...inFull })],
    ],
  ])('offers no details: %s', (_name, interests) => {
    expect(assess(...interests).raise.map(({ code }) => code)).toEqual([
      'newTeam',
    ]);
  });
});

it('rolls up counted interests of other targets, by ref', () => {
  const demand = assess(
    interestOf({ id: '1' }, { target }),
    interestOf({ id: '2' }, { target: 'component:default/server' }),
    interestOf({ id: '3' }, { target: 'api:default/recipients' }),
    interestOf({ id: '4' }, { target: 'api:default/recipients' }),
    interestOf({ id: '5', withdrawn: true }, { target: 'api:default/old' }),
    interestOf({ id: '6' }, { target: 'api:default/own', internal: true }),
  );
  expect(demand.rollUp).toEqual([
    { target: 'api:default/recipients', interests: 2 },
    { target: 'component:default/server', interests: 1 },
  ]);
});
