import { pilotItemWith } from '../../__testUtils__/pilotsWorld';
import { boxOfText, labelsOf } from './mapLabels';
import type { MapMark } from './mapMarks';

const frame = { width: 660, height: 456 };

const mark = (target: string, x: number, y: number, score = 50): MapMark => ({
  pilot: pilotItemWith({ target, score }),
  x,
  y,
  shape: 'circle',
  isFilled: false,
});
const label = (marks: MapMark[], taken: Parameters<typeof labelsOf>[3] = []) =>
  labelsOf(marks, target => target, frame, taken).map(
    ({ target, anchor, y }) => `${target} ${anchor} ${y}`,
  );

describe('labelsOf', () => {
  it.each([
    { where: 'right of its mark', at: [100, 100], labels: ['abcd start 104'] },
    {
      where: 'left at the right edge',
      at: [640, 100],
      labels: ['abcd end 104'],
    },
  ])('puts a name $where', ({ at: [x, y], labels }) => {
    expect(label([mark('abcd', x, y)])).toEqual(labels);
  });

  it('gives way to another mark, and to what stands there already', () => {
    const marks = [mark('abcd', 100, 100, 90), mark('efgh', 115, 100, 10)];
    expect(label(marks)).toEqual(['abcd end 104', 'efgh start 104']);
    const taken = [boxOfText('Build it out', 60, 104)];
    expect(label(marks, taken)[0]).toBe('abcd middle 90');
  });

  it('drops a name that has room at no side, the lower one first', () => {
    const marks = [mark('low', 300, 200, 10), mark('high', 300, 201, 90)];
    const labels = label(marks, [
      // All but right of them.
      { left: 0, right: 306, top: 0, bottom: 456 },
    ]);
    expect(labels).toEqual(['high start 205']);
  });

  it('names no more than the 12 highest', () => {
    const marks = Array.from({ length: 20 }, (_, index) =>
      mark(`p${index}`, 100, 20 + 20 * index, index),
    );
    expect(labelsOf(marks, target => target, frame, [])).toHaveLength(12);
    expect(label(marks)[0]).toBe('p19 start 404');
  });

  it('shortens a long name', () => {
    const name = 'A name that is much longer than there is room for it';
    const [found] = labelsOf([mark('a', 100, 100)], () => name, frame, []);
    expect(found.text).toBe('A name that is much longer …');
    expect(found.text).toHaveLength(28);
  });
});
