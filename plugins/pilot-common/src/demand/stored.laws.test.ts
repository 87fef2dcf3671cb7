import fc from 'fast-check';
import type { InterestState } from '../model/log';
import {
  aPolicy,
  aState,
  authors,
  now,
  targets,
  teams,
} from './__testUtils__/arbitraries';
import { deepFreeze } from './__testUtils__/asks';
import { assessDemand } from './assessDemand';
import { assessStored, summaryAt } from './assessStored';
import { isInternal } from './counted';
import { storedSumsOf } from './stored';
import { teamDemandsOf } from './teamDemand';
import { dayMs } from '../model/dayMs';

const [pilot] = targets;

const past = aState.map(state => ({
  ...state,
  confirmedAt: new Date(Math.min(state.confirmedAt.getTime(), now.getTime())),
}));

const aWorld = fc
  .record({
    asks: fc.array(
      fc.record({ target: fc.constantFrom(...targets), state: past }),
      { maxLength: 14 },
    ),
    owners: fc.tuple(
      fc.constantFrom(null, ...teams, ...authors),
      fc.constantFrom(null, ...teams, ...authors),
      fc.constantFrom(null, ...teams, ...authors),
    ),
    later: fc.integer({ min: 0, max: 4000 * dayMs }),
    policy: aPolicy,
  })
  .map(({ asks, owners, later, policy }) => {
    const ownerOf = (target: string) => owners[targets.indexOf(target)];
    const interests = asks.map(({ target, state }, index) => ({
      target,
      state: { ...state, id: `id-${index}` } as InterestState,
    }));
    return deepFreeze({
      policy,
      at: new Date(now.getTime() + later),
      owner: ownerOf(pilot),
      interests: interests.map(interest => ({
        ...interest,
        internal: isInternal(interest.state, [
          ownerOf(pilot),
          ownerOf(interest.target),
        ]),
      })),
      parts: targets.map(target => ({
        target,
        owner: ownerOf(target),
        teams: teamDemandsOf(
          interests
            .filter(interest => interest.target === target)
            .map(({ state }) => state),
          [ownerOf(pilot), ownerOf(target)],
          policy,
        ),
      })),
    });
  });

const close = (value: number) => expect.closeTo(value, 8);

describe('what is stored', () => {
  it('gives what the interests give, at every later instant', () => {
    fc.assert(
      fc.property(aWorld, ({ interests, parts, owner, policy, at }) => {
        const expected = assessDemand({
          target: pilot,
          interests,
          policy,
          now: at,
        });
        const stored = assessStored({
          target: pilot,
          owner,
          parts,
          policy,
          now: at,
        });
        expect(stored).toEqual({
          ...expected,
          score: close(expected.score),
          number: close(expected.number),
          breadth: close(expected.breadth),
          specific: close(expected.specific),
          level: expect.any(String),
          parts: expected.parts.map(part => ({
            ...part,
            raw: close(part.raw),
            value: close(part.value),
            contribution: close(part.contribution),
          })),
          teams: expect.arrayContaining(
            expected.teams.map(team => ({ ...team, share: close(team.share) })),
          ),
          raise: expect.any(Array),
        });
        expect(stored.teams).toHaveLength(expected.teams.length);
        const gain = (code: string, of: typeof stored) =>
          of.raise.find(raise => raise.code === code)?.gain ?? 0;
        for (const code of ['newTeam', 'details', 'confirm']) {
          expect(gain(code, stored)).toBeCloseTo(gain(code, expected), 8);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is one row for a target, which is enough for its score', () => {
    fc.assert(
      fc.property(aWorld, ({ parts, owner, policy, at }) => {
        const sums = storedSumsOf(owner, parts, policy);
        const summary = summaryAt(sums, at, policy);
        const full = assessStored({
          target: pilot,
          owner,
          parts,
          policy,
          now: at,
        });
        expect(summary.score).toBeCloseTo(full.score, 8);
        expect(summary.counts).toEqual(full.counts);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of the interests', () => {
    fc.assert(
      fc.property(aWorld, ({ interests, policy }) => {
        const states = interests.map(({ state }) => state);
        expect(teamDemandsOf([...states].reverse(), [], policy)).toEqual(
          teamDemandsOf(states, [], policy),
        );
      }),
    );
  });
});
