import { readLines } from './logLines';
import { retiredLog } from './retiredLog';
import { LogRow } from '../kernel/store/log/logRows';

const recorded = (state: object, said?: readonly string[]) => ({
  ...{ type: 'recorded', said },
  state: { ...{ id: 'one', version: 1, useCase: null }, ...state },
});
const changed = (change: object) => ({ type: 'changed', id: 'one', change });

const row = (line: { type: string }, at: number): LogRow => {
  const { type, ...payload } = line;
  return {
    ...{ seq: at, target_id: 1, at, recorded_at: at, type },
    ...{ actor: 'user:default/ana', payload: JSON.stringify(payload) },
  };
};

it.each<[string, Array<{ type: string }>, number]>([
  [
    'what was replaced',
    [recorded({ useCase: 'A' }), changed({ useCase: 'B' })],
    1,
  ],
  [
    'what was cleared',
    [recorded({ useCase: 'A' }), changed({ useCase: null })],
    1,
  ],
  ['nothing that stands', [recorded({ useCase: 'A' }), changed({})], 0],
  [
    'nothing of which a later press said nothing',
    [recorded({ useCase: 'A' }, ['useCase']), recorded({}, ['withdrawn'])],
    0,
  ],
  [
    'nothing of which a press of an earlier version said nothing',
    [recorded({ useCase: 'A' }, ['useCase']), recorded({})],
    0,
  ],
  [
    'what a press that tells of it cleared',
    [recorded({ useCase: 'A' }, ['useCase']), recorded({}, ['useCase'])],
    1,
  ],
  [
    'what was cleared when it came from elsewhere',
    [recorded({ useCase: 'A' }, ['useCase']), recorded({ version: 2 })],
    1,
  ],
])('takes %s out of the log', (_, lines, taken) => {
  const rows = lines.map((line, index) => row(line, index + 1));
  const retired = retiredLog(readLines(rows), new Set(), new Date(10));
  expect(retired).toHaveLength(taken);
});
