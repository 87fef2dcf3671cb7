import { Demand, Policy } from '@pilot-to-platform/plugin-pilot-common';
import { demandExample } from '../openapi/demandExamples';
import { policyExample } from '../openapi/policyExamples';
import { demandSentences } from './demandSentences';

const nobody: Demand = {
  ...demandExample,
  score: 0,
  level: 'none',
  trend: 'steady',
  parts: [],
  counts: { interests: 0, teams: 0, useCases: 0, adopters: 0, internal: 2 },
  teams: [],
  raise: [{ code: 'newTeam', gain: 17.5 }],
  rollUp: [],
};

const before =
  'The demand for pilot:default/delta-sharing at 2026-11-20T09:00:00.000Z is';
const fading =
  'An ask that nobody confirms weighs half after 120 days; those of adopters do not fade.';

describe('the sentences that explain a demand', () => {
  it('go from the score to what makes it and what would raise it', () => {
    expect(demandSentences(demandExample, policyExample)).toEqual([
      `${before} 46.6 of 100: level strong, rising against 28 days earlier.`,
      '5 interests of 5 teams count; 5 of them describe a use case.',
      '1 interest of the owner is recorded and without weight.',
      'The score is 100 × 0.760 × 0.774 × 0.792 = 46.6.',
      'The number of asks (N, repeats of one team count ever less) adds up to 3.333, which is 40 % of the most it can be; to the power of 0.3 that is 0.760.',
      'The breadth over teams (T, each team once, at its strongest) adds up to 3.333, which is 53 % of the most it can be; to the power of 0.4 that is 0.774.',
      'How specific the asks are (M, each team once, at its most concrete) adds up to 1.333, which is 46 % of the most it can be; to the power of 0.3 that is 0.792.',
      'The number of asks (N, repeats of one team count ever less) holds it down most.',
      'It comes from group:default/ads (20 %), group:default/checkout (20 %), group:default/delivery (20 %), group:default/fraud (20 %) and group:default/payments (20 %).',
      '2 interests came through api:default/recipient-api, which implements it.',
      'One more team with an important and fully described ask would add 5.8 points.',
      'If group:default/ads described in full its strongest ask that is not, which also confirms it, that would add 1.7 points.',
      fading,
    ]);
  });

  it('say when nobody asked', () => {
    expect(demandSentences(nobody, policyExample)).toEqual([
      `${before} 0.0 of 100: level none, steady against 28 days earlier.`,
      'No team has an interest in it that counts.',
      '2 interests of the owner are recorded and without weight.',
      'One more team with an important and fully described ask would add 17.5 points.',
    ]);
  });

  it.each<[string, Partial<Demand>, string]>([
    [
      'one ask',
      {
        counts: {
          interests: 1,
          teams: 1,
          useCases: 1,
          adopters: 0,
          internal: 0,
        },
      },
      '1 interest of 1 team counts; 1 of them describes a use case.',
    ],
    [
      'adopters',
      {
        counts: { ...demandExample.counts, adopters: 2 },
      },
      '2 teams adopted it already.',
    ],
    [
      'an adopter among the teams',
      {
        teams: [
          {
            team: 'group:default/ads',
            share: 0.625,
            interests: 1,
            adopter: true,
          },
          {
            team: 'group:default/data',
            share: 0.375,
            interests: 1,
            adopter: false,
          },
        ],
      },
      'It comes from group:default/ads (63 %, adopter) and group:default/data (38 %).',
    ],
    [
      'many teams',
      {
        teams: [...'abcdefg'].map(name => ({
          team: `group:default/${name}`,
          share: 1 / 7,
          interests: 1,
          adopter: false,
        })),
      },
      'It comes from group:default/a (14 %), group:default/b (14 %), group:default/c (14 %), group:default/d (14 %), group:default/e (14 %) and 2 more teams.',
    ],
    [
      'a merge',
      { mergedInto: 'pilot:default/one-share' },
      'Its interest was moved to pilot:default/one-share; look there.',
    ],
  ])('name %s', (_, change, expected) => {
    expect(
      demandSentences({ ...demandExample, ...change }, policyExample),
    ).toContain(expected);
  });

  it('say nothing of a half-life that is not that of the score', () => {
    const later: Policy = { ...policyExample, fingerprint: 'another' };
    expect(demandSentences(demandExample, later)).not.toContain(fading);
  });
});
