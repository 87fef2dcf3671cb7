import { DatedLine, redateLines } from './redateLines';

const now = 1000;
const latest = 1005;
const ahead = 9000;

const imported = (seq: number, at: number, order: string): DatedLine => ({
  ...{ seq, at, recordedAt: ahead, order },
});

const line = (seq: number, at: number, recordedAt = at): DatedLine => ({
  ...{ seq, at, recordedAt },
});

it.each<[string, DatedLine[], DatedLine[]]>([
  ['nothing of the future', [line(1, 500), line(2, 1004)], []],
  [
    'a line of the future alone',
    [line(1, 500), line(2, ahead)],
    [line(2, 1000)],
  ],
  [
    'lines that one of the future moved with it, as they were written down',
    [line(1, ahead), line(2, ahead, 600), line(3, ahead, 700)],
    [line(1, 600), line(2, 600), line(3, 700)],
  ],
  [
    'several in a row, in their order',
    [line(1, 500), line(2, ahead), line(3, ahead + 1), line(4, ahead, 900)],
    [line(2, 900), line(3, 900), line(4, 900)],
  ],
  [
    'what is true of a line that was written down in the future',
    [line(1, 300, ahead), line(2, 800)],
    [line(1, 300, 800)],
  ],
  [
    'imported lines of one writing in the order in which they hold',
    [
      line(1, 500),
      imported(2, 8001, '2 a'),
      imported(3, 8002, '1 b'),
      imported(4, 8000, '2 c'),
      imported(5, 8002, '2 d'),
    ],
    [
      line(2, 999, now),
      line(3, 1000, now),
      line(4, 998, now),
      line(5, 1000, now),
    ],
  ],
  [
    'what a person said before an import, and after one',
    [line(1, 8000), imported(2, 8001, '2 a'), line(3, 8002)],
    [line(1, 999, now), line(2, now), line(3, now)],
  ],
  [
    'nothing of what lies back, though it was written down later',
    [line(1, 300, 900), line(2, 200, 950)],
    [],
  ],
])('dates %s', (_, lines, changed) => {
  expect(redateLines(lines, { now, latest })).toEqual(changed);
});
