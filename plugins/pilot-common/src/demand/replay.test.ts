import type { LogEntry, TargetLog } from '../model/log';
import { defaultDemandPolicy } from '../model/policy';
import { deepFreeze, stateOf } from './__testUtils__/asks';
import { demandAt, stateAt } from './replay';

const target = 'pilot:default/sharing';
const part = 'api:default/recipients';
const day = (of: number) => new Date(Date.UTC(2026, 0, of));
const confirmed = { confirmedAt: day(1) };

type Kind = LogEntry extends infer Entry
  ? Entry extends LogEntry
    ? Omit<Entry, 'seq' | 'at'>
    : never
  : never;

let seq = 0;
const on = (of: number, entry: Kind): LogEntry =>
  ({ seq: (seq += 1), at: day(of), ...entry } as LogEntry);
const recorded = (id: string, team = 'ads'): Kind => ({
  type: 'recorded',
  state: stateOf({ id, team: `group:default/${team}`, ...confirmed }),
});
const changed = (
  id: string,
  change: Extract<LogEntry, { type: 'changed' }>['change'],
): Kind => ({ type: 'changed', id, change });
const owner = (name: string | null): Kind => ({ type: 'owner', owner: name });
const parts = (...refs: string[]): Kind => ({
  type: 'implementedBy',
  parts: refs,
});
const named = (...refs: string[]): Kind => ({
  type: 'namedPilots',
  pilots: refs,
});
const log = (...entries: LogEntry[]): TargetLog =>
  deepFreeze({ target, entries });

describe('stateAt', () => {
  const ids = (of: number, ...entries: LogEntry[]) =>
    stateAt(log(...entries), day(of)).interests.map(({ id }) => id);

  it('includes what was recorded at the instant, and nothing later', () => {
    const entries = [on(2, recorded('a')), on(3, recorded('b'))];
    expect(ids(1, ...entries)).toEqual([]);
    expect(ids(2, ...entries)).toEqual(['a']);
    expect(ids(3, ...entries)).toEqual(['a', 'b']);
  });

  it('changes only what a line says, from then on', () => {
    const history = log(
      on(2, recorded('a')),
      on(5, changed('a', { withdrawn: true })),
      on(4, changed('a', { status: 'planned', urgency: 'critical' })),
    );
    const before = stateOf({
      id: 'a',
      team: 'group:default/ads',
      ...confirmed,
    });
    expect(stateAt(history, day(3)).interests).toEqual([before]);
    expect(stateAt(history, day(4)).interests).toEqual([
      { ...before, status: 'planned', urgency: 'critical' },
    ]);
    expect(stateAt(history, day(5)).interests).toEqual([
      { ...before, status: 'planned', urgency: 'critical', withdrawn: true },
    ]);
  });

  it('orders lines of the same instant by their number', () => {
    const first = on(2, recorded('a'));
    const second = on(2, changed('a', { urgency: 'critical' }));
    const third = on(2, changed('a', { urgency: 'nice-to-have' }));
    const history = log(third, second, first);
    expect(stateAt(history, day(2)).interests).toMatchObject([
      { id: 'a', urgency: 'nice-to-have' },
    ]);
  });

  it('replaces an interest that is recorded again', () => {
    const history = log(
      on(2, recorded('a')),
      on(3, changed('a', { status: 'declined' })),
      on(4, recorded('a', 'search')),
    );
    expect(stateAt(history, day(4)).interests).toEqual([
      stateOf({ id: 'a', team: 'group:default/search', ...confirmed }),
    ]);
  });

  it('ignores a change of what was never recorded, and other lines', () => {
    const entries = [
      on(2, changed('a', { withdrawn: true })),
      on(2, { type: 'other' }),
      on(3, recorded('b')),
    ];
    expect(ids(9, ...entries)).toEqual(['b']);
  });

  it('extends the first known owner and parts back in time', () => {
    const history = log(
      on(7, owner('group:default/b')),
      on(5, owner('group:default/a')),
      on(6, parts(part)),
      on(8, parts()),
      on(9, owner(null)),
    );
    const at = (of: number) => {
      const state = stateAt(history, day(of));
      return [state.owner, ...state.parts];
    };
    expect(at(1)).toEqual(['group:default/a', part]);
    expect(at(6)).toEqual(['group:default/a', part]);
    expect(at(7)).toEqual(['group:default/b', part]);
    expect(at(8)).toEqual(['group:default/b']);
    expect(at(9)).toEqual([null]);
  });

  it('knows neither owner nor parts of a target without log', () => {
    expect(stateAt(log(), day(1))).toEqual({
      interests: [],
      owner: null,
      parts: [],
      namedPilots: [],
      imported: new Set(),
    });
  });
});

describe('demandAt', () => {
  const policies = [
    { since: day(20), policy: defaultDemandPolicy, fingerprint: 'second' },
    {
      since: day(10),
      policy: { ...defaultDemandPolicy, halfLifeDays: 7 },
      fingerprint: 'first',
    },
  ];
  const at = (of: number, own: LogEntry[], ofPart: LogEntry[] = []) =>
    demandAt(
      deepFreeze({
        target,
        logs: [
          { target, entries: own },
          { target: part, entries: ofPart },
        ],
        policies,
        at: day(of),
      }),
    );

  it('is under the policy in force then, the first one before it too', () => {
    const own = [on(1, recorded('a'))];
    expect(at(8, own).policy).toBe('first');
    // Seven days old: 2/3 · 1/2 with a half-life of 7, 2/3 · 2^(-1/2) at 14.
    expect(at(8, own).breadth).toBeCloseTo(1 / 3, 12);
    expect(at(10, own).policy).toBe('first');
    expect(at(20, own).policy).toBe('second');
    expect(at(21, own).breadth).toBeCloseTo((2 / 3) * 2 ** (-20 / 120), 12);
  });

  it('throws without any policy', () => {
    const logs = [log()];
    expect(() => demandAt({ target, logs, policies: [], at: day(1) })).toThrow(
      RangeError,
    );
  });

  it('follows the owner then', () => {
    const own = [
      on(1, owner('group:default/pilots')),
      on(2, recorded('a')),
      on(5, owner('group:default/ads')),
      on(7, owner('user:default/ada')),
      on(9, owner(null)),
    ];
    const counts = (of: number) => at(of, own).counts;
    expect(counts(2)).toMatchObject({ interests: 1, internal: 0 });
    expect(counts(5)).toMatchObject({ interests: 0, internal: 1 });
    expect(counts(7)).toMatchObject({ interests: 0, internal: 1 });
    expect(counts(9)).toMatchObject({ interests: 1, internal: 0 });
  });

  it('merges what it was implemented by then', () => {
    const own = [
      on(1, recorded('a')),
      on(3, owner(null)),
      on(3, parts(part, part, target)),
      on(6, parts('api:default/unknown')),
    ];
    const ofPart = [
      on(1, recorded('b', 'search')),
      on(1, recorded('c')),
      on(2, owner(null)),
      on(2, named(target)),
    ];
    expect(at(5, own, ofPart)).toMatchObject({
      counts: { interests: 3, teams: 2 },
      rollUp: [{ target: part, interests: 2 }],
    });
    expect(at(6, own, ofPart)).toMatchObject({
      counts: { interests: 1, teams: 1 },
      rollUp: [],
    });
  });

  it("leaves out asks of the part's owner and of the Pilot's", () => {
    const own = [
      on(1, owner('group:default/pilots')),
      on(1, parts(part)),
      on(1, recorded('a', 'servers')),
    ];
    const ofPart = [
      on(1, owner('group:default/servers')),
      on(1, named('pilot:default/other', target)),
      on(1, recorded('b', 'servers')),
      on(1, recorded('c', 'pilots')),
      on(1, recorded('d', 'ads')),
    ];
    // The part's owner counts where it asks for the Pilot itself.
    expect(at(2, own, ofPart)).toMatchObject({
      counts: { interests: 2, teams: 2, internal: 2 },
      rollUp: [{ target: part, interests: 1 }],
    });
  });

  it('rolls up one level only', () => {
    const ofPilots = on(1, owner('group:default/pilots'));
    const own = [ofPilots, on(1, parts(part))];
    const ofPart = [
      ofPilots,
      on(1, parts('api:default/deep')),
      on(1, recorded('a')),
    ];
    const deep = {
      target: 'api:default/deep',
      entries: [ofPilots, on(1, named(target)), on(1, recorded('b'))],
    };
    const demand = demandAt({
      target,
      logs: [{ target, entries: own }, { target: part, entries: ofPart }, deep],
      policies,
      at: day(2),
    });
    expect(demand.counts.interests).toBe(1);
  });
});
