import { deepFreeze } from '../__testUtils__/deepFreeze';
import { Payload, ReadLine } from './logLines';
import { withoutOrders } from './withoutOrders';

const at1 = '1 8998222406400000';
const line = (seq: number, payload: Payload | undefined, at = 1): ReadLine => ({
  row: {
    ...{ seq, target_id: 1, at, recorded_at: at, type: 'changed' },
    ...{ actor: 'user:default/ana', payload: '' },
  },
  payload,
});
const of = (id: string, order: string | undefined) => ({ id, order });

it.each<[string, ReadLine[], number[], Array<string | undefined>]>([
  ['nothing', [], [], []],
  ['nothing that is not touched', [line(1, of('i', `2 x`))], [], ['2 x']],
  ['the text of a touched line', [line(1, of('i', '2 x'))], [1], ['2 ~000000']],
  [
    'those that are ordered with it, in the same order',
    [
      line(1, of('i', '2 c')),
      line(2, of('i', '2 a')),
      line(3, of('i', '2 b')),
      line(4, of('i', '2 a')),
    ],
    [3],
    ['2 ~000002', '2 ~000000', '2 ~000001', '2 ~000000'],
  ],
  [
    'nothing of another interest',
    [line(1, of('i', '2 b')), line(2, of('j', '2 a'))],
    [1],
    ['2 ~000000', '2 a'],
  ],
  [
    'nothing of another instant',
    [line(1, of('i', '2 b')), line(2, of('i', '2 a'), 2)],
    [1],
    ['2 ~000000', '2 a'],
  ],
  [
    'nothing that was confirmed at another time',
    [line(1, of('i', `${at1} b`)), line(2, of('i', '2 a'))],
    [1],
    [`${at1} ~000000`, '2 a'],
  ],
  [
    'nothing of a line without an order',
    [line(1, of('i', undefined)), line(2, of('i', '2 a'))],
    [1],
    [undefined, '2 a'],
  ],
  [
    'nothing of a line that cannot be read',
    [line(1, undefined)],
    [1],
    [undefined],
  ],
])('takes %s', (_name, lines, touched, orders) => {
  const left = withoutOrders(deepFreeze(lines), ({ row }) =>
    touched.includes(Number(row.seq)),
  );
  expect(left.map(({ payload }) => payload?.order)).toEqual(orders);
  // Nothing else of a line changes.
  expect(left.map(({ row }) => row)).toEqual(lines.map(({ row }) => row));
  expect(left.map(({ payload }) => payload?.id)).toEqual(
    lines.map(({ payload }) => payload?.id),
  );
});
