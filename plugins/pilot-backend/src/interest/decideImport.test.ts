import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { InterestEntry } from './Decision';
import { decideFates, decideTaken, PlacedLine } from './decideImport';
import { InterestLineRead } from './importedEntries';
import { KeyHolders } from './KeyHolders';
import { LineFate } from './mergeSteps';

const ana = 'user:default/ana';
const payments = 'group:default/payments';
const ask = (of: object = {}) =>
  ({
    ...{ type: 'interest', target: 'api:default/x', useCaseKey: 'default' },
    ...{ team: payments, author: ana, createdAt: '2026-05-05T00:00:00Z' },
    ...of,
  } as InterestLineRead);
const answer = (of: object = {}) =>
  ask({ type: 'status', at: '2026-05-05T00:00:00Z', ...of });

/** A catalog that knows two refs, one of them also by a name of the past. */
const catalog = (...known: string[]) => ({
  has: (ref: string) => known.includes(ref),
  current: (ref: string) => ref.replace('/old-', '/'),
});
const whole = catalog(ana, payments);
const recorded = (of: object): InterestEntry => ({
  ...{ type: 'recorded', at: new Date('2026-05-01T00:00:00Z'), actor: ana },
  state: storedInterest('1', of),
});
const nobody = new KeyHolders();
const old = { team: 'group:default/old-payments' };
const renamedLater: InterestEntry[] = [
  recorded(old),
  {
    ...{ type: 'changed', at: new Date('2026-05-03T00:00:00Z'), actor: ana },
    ...{ id: '1', change: { team: payments } },
  },
];

describe('decideTaken', () => {
  it.each<
    [
      name: string,
      line: InterestLineRead,
      holders: KeyHolders,
      known: ReturnType<typeof catalog>,
      named: string,
      isTaken: boolean,
    ]
  >([
    ['of who is known', ask(), nobody, whole, 'payments ana', true],
    [
      'of a team that is not',
      ask(),
      nobody,
      catalog(ana),
      'payments ana',
      false,
    ],
    [
      'of an author who is not',
      ask(),
      nobody,
      catalog(payments),
      'payments ana',
      false,
    ],
    [
      'of a team and an author by their names of the past',
      ask({ ...old, author: 'user:default/old-ana' }),
      nobody,
      whole,
      'payments ana',
      true,
    ],
    [
      'of an interest that is there, whoever the catalog knows',
      ask(),
      new KeyHolders([[recorded({})]]),
      catalog(),
      'payments ana',
      true,
    ],
    [
      'of an interest that had its name then',
      ask({ ...old, createdAt: '2026-05-02T00:00:00Z' }),
      new KeyHolders([renamedLater]),
      catalog(),
      'old-payments ana',
      true,
    ],
    [
      'of an interest that had lost its name then',
      ask({ ...old, createdAt: '2026-05-04T00:00:00Z' }),
      new KeyHolders([renamedLater]),
      catalog(),
      'payments ana',
      true,
    ],
    [
      'that answers an interest that had its name then',
      answer({ ...old, at: '2026-05-02T00:00:00Z' }),
      new KeyHolders([renamedLater]),
      catalog(),
      'old-payments ana',
      true,
    ],
    [
      'that answers an interest of somebody who is not known',
      answer(),
      nobody,
      catalog(),
      'payments ana',
      false,
    ],
  ])('a line %s', (_name, line, holders, known, named, isTaken) => {
    const said = deepFreeze([{ line, index: 0 }]);
    const { placed, taken } = decideTaken(said, holders, known);
    const [only] = placed;
    expect(
      [only.line.team, only.line.author]
        .map(ref => ref.split('/')[1])
        .join(' '),
    ).toBe(named);
    expect(only.index).toBe(0);
    expect(taken).toEqual(isTaken ? [only] : []);
  });
});

describe('decideFates', () => {
  const failed: LineFate = { failed: 'useCaseKey: …' };
  it.each<
    [
      name: string,
      where: Omit<PlacedLine, 'line'>,
      fate: LineFate | undefined,
      said: LineFate | undefined,
      becomes: string,
    ]
  >([
    ['new, and taken', { index: 4 }, 'imported', 'imported', ''],
    ['new, and unchanged', { index: 4 }, 'unchanged', 'unchanged', ''],
    ['new, and refused', { index: 4 }, failed, failed, ''],
    ['new, and not known', { index: 4 }, undefined, 'waiting', 'waits'],
    ['new, without its interest', { index: 4 }, 'waiting', 'waiting', 'waits'],
    [
      'had waited, and was taken',
      { waiting: 9 },
      'imported',
      undefined,
      'done',
    ],
    ['had waited for a change', { waiting: 9 }, 'changed', undefined, 'done'],
    ['had waited for nothing', { waiting: 9 }, 'unchanged', undefined, 'done'],
    ['had waited, and waits', { waiting: 9 }, 'waiting', undefined, ''],
    ['had waited, and is not known', { waiting: 9 }, undefined, undefined, ''],
    ['had waited, and finds no room', { waiting: 9 }, failed, undefined, ''],
  ])('a line that is %s', (_name, where, fate, said, becomes) => {
    const other = { line: ask(), index: 0 };
    const line = { line: ask(), ...where };
    const taken = fate ? [other, line] : [other];
    const fates: LineFate[] = fate ? ['changed', fate] : ['changed'];
    const placed = deepFreeze([line, other]);
    const result = decideFates(placed, deepFreeze(taken), deepFreeze(fates));
    expect(result.fates).toEqual(
      new Map<number, LineFate>([
        ...(said ? [[4, said] as const] : []),
        [0, 'changed'],
      ]),
    );
    expect(result.waits).toEqual(becomes === 'waits' ? [line] : []);
    expect(result.done).toEqual(becomes === 'done' ? [9] : []);
  });
});
