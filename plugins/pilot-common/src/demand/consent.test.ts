import type { LogEntry } from '../model/log';
import { defaultDemandPolicy, type DemandPolicy } from '../model/policy';
import { deepFreeze, stateOf } from './__testUtils__/asks';
import { demandAt, storedSumsAt } from '.';

const pilot = 'pilot:default/flags';
const part = 'component:default/server';
const day = (of: number) => new Date(Date.UTC(2026, 0, of));

type Kind = LogEntry extends infer Entry
  ? Entry extends LogEntry
    ? Omit<Entry, 'seq' | 'at'>
    : never
  : never;
type Line = readonly [day: number, entry: Kind];

const owner = (name: string | null): Kind => ({
  type: 'owner',
  owner: name && `group:default/${name}`,
});
const named = (...pilots: string[]): Kind => ({ type: 'namedPilots', pilots });
const partsAre = (...parts: string[]): Kind => ({
  type: 'implementedBy',
  parts,
});
const asked = (of: number, imported = false): Line => [
  of,
  {
    type: 'recorded',
    imported,
    state: stateOf({ id: `of-${of}`, confirmedAt: day(of) }),
  },
];
const entriesOf = (lines: readonly Line[]) =>
  lines.map(([at, entry], seq) => ({ seq, at: day(at), ...entry } as LogEntry));

/** Counts the interests that weigh for the Pilot on each of some days. */
function countsOn(
  days: readonly number[],
  world: { pilot: readonly Line[]; part: readonly Line[] },
  rules: readonly DemandPolicy['rules'][] = [2],
) {
  const logs = [
    { target: pilot, entries: entriesOf(world.pilot) },
    { target: part, entries: entriesOf(world.part) },
  ];
  const policies = rules.map((each, index) => ({
    // The second one is in force from the 40th day on.
    since: day(1 + 39 * index),
    policy: { ...defaultDemandPolicy, rules: each },
    fingerprint: `${index}`,
  }));
  return days.map(of => {
    const at = day(of);
    const replay = deepFreeze({ target: pilot, logs, policies, at });
    const { counts, unconfirmed } = demandAt(replay);
    expect(storedSumsAt(replay)).toMatchObject({ interests: counts.interests });
    return unconfirmed.length > 0 && counts.interests === 0
      ? 'unconfirmed'
      : counts.interests;
  });
}

const pilotOf = (by: string | null, seen = 10): Line[] => [
  [seen, owner(by)],
  [seen, partsAre(part)],
];

describe('a part counts for a Pilot', () => {
  it.each<[string, Line[], Line[], ReturnType<typeof countsOn>]>([
    [
      'of the same owner',
      pilotOf('apps'),
      [[10, owner('apps')], asked(12)],
      [1, 1, 1],
    ],
    [
      'of another owner: never',
      pilotOf('apps'),
      [[10, owner('data')], asked(12)],
      ['unconfirmed', 'unconfirmed', 'unconfirmed'],
    ],
    [
      'of another owner who names it',
      pilotOf('apps'),
      [[10, owner('data')], [10, named(pilot)], asked(12)],
      [1, 1, 1],
    ],
    [
      'while it is named',
      pilotOf('apps'),
      [[10, owner('data')], asked(12), [20, named(pilot)], [30, named()]],
      ['unconfirmed', 1, 'unconfirmed'],
    ],
    [
      'while the owner is the same',
      pilotOf('apps'),
      [
        [10, owner('data')],
        asked(12),
        [20, owner('apps')],
        [30, owner('data')],
      ],
      ['unconfirmed', 1, 'unconfirmed'],
    ],
    [
      'while the owner of the Pilot is the same',
      [...pilotOf('apps'), [20, owner('data')], [30, owner('apps')]],
      [[10, owner('data')], asked(12)],
      ['unconfirmed', 1, 'unconfirmed'],
    ],
    [
      'not because nobody owns either',
      pilotOf(null),
      [[10, owner(null)], asked(12)],
      ['unconfirmed', 'unconfirmed', 'unconfirmed'],
    ],
    [
      'that nobody owns, when it is named',
      pilotOf('apps'),
      [[10, owner(null)], [20, named(pilot)], asked(12)],
      ['unconfirmed', 1, 1],
    ],
    [
      'not for naming another',
      pilotOf('apps'),
      [[10, owner('data')], [10, named('pilot:other/flags')], asked(12)],
      ['unconfirmed', 'unconfirmed', 'unconfirmed'],
    ],
    [
      'not before the catalog shows it',
      pilotOf('apps'),
      [asked(12)],
      ['unconfirmed', 'unconfirmed', 'unconfirmed'],
    ],
  ])('%s', (_, ofPilot, ofPart, expected) => {
    const world = { pilot: ofPilot, part: ofPart };
    expect(countsOn([15, 25, 35], world)).toEqual(expected);
  });
});

describe('before both were first seen, only what was imported counts', () => {
  it.each<[string, number, number]>([
    ['the part first', 20, 10],
    ['the Pilot first', 10, 20],
    ['both at once', 20, 20],
  ])('%s', (_, pilotSeen, partSeen) => {
    const world = {
      pilot: pilotOf('apps', pilotSeen),
      part: [
        asked(2, true),
        asked(4),
        [partSeen, owner('data')],
        [partSeen, named(pilot)],
      ] as Line[],
    };
    expect(countsOn([1, 3, 5, 19, 20], world)).toEqual([0, 1, 1, 1, 2]);
  });

  it('and nothing without consent', () => {
    const world = {
      pilot: pilotOf('apps', 20),
      part: [asked(2, true), [10, owner('data')]] as Line[],
    };
    expect(countsOn([3, 15, 25], world)).toEqual(Array(3).fill('unconfirmed'));
  });
});

describe('what was counted before consent was asked for', () => {
  const ofPart: Line[] = [asked(4), [10, owner('data')]];

  it('stays as it was until then', () => {
    const world = { pilot: pilotOf('apps', 20), part: ofPart };
    expect(countsOn([5, 15, 39, 40], world, [1, 2])).toEqual([
      ...[1, 1, 1],
      'unconfirmed',
    ]);
  });

  it('says nothing of a Pilot that was seen later', () => {
    const world = {
      pilot: pilotOf('apps', 50),
      part: [...ofPart, [41, named(pilot)]] as Line[],
    };
    expect(countsOn([5, 39, 42, 50], world, [1, 2])).toEqual([
      ...['unconfirmed', 'unconfirmed'],
      ...[0, 1],
    ]);
  });
});
