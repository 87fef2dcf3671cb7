import {
  assessDemand,
  defaultDemandPolicy,
  Raise,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import fc from 'fast-check';
import { decideConfirm } from './decideConfirm';
import { decideRecord } from './decideRecord';
import { noDetails } from '../kernel/store/interests/interestDetails';
import { StoredInterest } from '../kernel/store/interests/interestRows';

const now = new Date('2026-11-20T09:00:00Z');
const policy = defaultDemandPolicy;
const inFull = {
  useCase: 'Send every partner the weekly extract!!!',
  alternative: 'By hand',
  neededBy: '2027-03-01',
  expectedUsage: 'Daily',
  contribute: true,
};

const weightOf = { 'nice-to-have': 1 / 3, important: 2 / 3, critical: 1 };

const anInterest = fc.record({
  team: fc.constantFrom('a', 'b', 'c').map(name => `group:default/${name}`),
  urgency: fc.constantFrom(
    ...(['nice-to-have', 'important', 'critical'] as const),
  ),
  isFull: fc.boolean(),
  contribute: fc.boolean(),
  status: fc.constantFrom(...(['open', 'planned', 'adopted'] as const)),
  daysAgo: fc.integer({ min: 1, max: 900 }),
});

const aWorld = fc.array(anInterest, { maxLength: 8 }).map(all =>
  all.map(
    ({ isFull, daysAgo, ...given }, index): StoredInterest => ({
      id: `id-${index}`,
      author: `user:default/p${index}`,
      useCaseKey: 'default',
      statusNote: null,
      statusAt: null,
      statusBy: null,
      withdrawn: false,
      ...noDetails,
      ...given,
      ...(isFull && inFull),
      createdAt: new Date(now.getTime() - daysAgo * dayMs),
      updatedAt: new Date(now.getTime() - daysAgo * dayMs),
      confirmedAt: new Date(now.getTime() - daysAgo * dayMs),
      version: 1,
    }),
  ),
);

const scoreOf = (interests: readonly StoredInterest[]) => {
  const target = 'api:default/orders';
  return assessDemand({
    target,
    interests: interests.map(state => ({ target, internal: false, state })),
    policy,
    now,
  });
};

function recorded(
  interests: readonly StoredInterest[],
  author: string,
  command: { team: string; urgency?: 'important' },
): StoredInterest {
  return decideRecord({
    interests,
    command: { ...inFull, useCaseKey: 'default', ...command },
    author,
    onBehalf: false,
    newId: 'new',
    at: now,
  }).interest;
}

/** Returns the interests after people did what is proposed. */
function done(
  interests: readonly StoredInterest[],
  { code, team }: Raise,
): StoredInterest[] {
  if (code === 'newTeam') {
    const command = {
      team: 'group:default/new',
      urgency: 'important' as const,
    };
    return [...interests, recorded(interests, 'user:default/new', command)];
  }
  const own = interests.filter(each => each.team === team);
  const isAdopter = own.some(({ status }) => status === 'adopted');
  if (code === 'confirm') {
    return interests.map(each =>
      each.team === team ? decideConfirm(each, now).interest : each,
    );
  }
  const weight = (each: StoredInterest) =>
    isAdopter
      ? 1
      : weightOf[each.urgency] *
        2 ** (-(now.getTime() - each.confirmedAt.getTime()) / dayMs / 120);
  const isFull = (each: StoredInterest) =>
    each.useCase !== null && each.contribute;
  const [vaguest] = own
    .filter(each => !isFull(each))
    .sort((a, b) => weight(b) - weight(a));
  const described = recorded(interests, vaguest.author, { team: team! });
  return interests.map(each => (each.id === vaguest.id ? described : each));
}

it('promises exactly what happens when it is done', () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(aWorld, interests => {
      const { score, raise } = scoreOf(interests);
      expect(raise.map(({ gain }) => gain)).toEqual(
        raise.map(({ gain }) => gain).sort((a, b) => b - a),
      );
      for (const each of raise) {
        codes.add(each.code);
        expect(scoreOf(done(interests, each)).score - score).toBeCloseTo(
          each.gain,
          9,
        );
      }
    }),
    { numRuns: 500 },
  );
  expect([...codes].sort()).toEqual(['confirm', 'details', 'newTeam']);
});
