import { CatalogChange } from '@pilot-to-platform/plugin-pilot-common';
import { ChangeQueue } from './ChangeQueue';

const change = (ref: string, digest = 'one'): CatalogChange => ({
  ref,
  digest,
});
const refs = (changes: readonly CatalogChange[]) =>
  changes.map(({ ref }) => ref);
const second = 1_000;

describe('ChangeQueue', () => {
  let queue: ChangeQueue;
  beforeEach(() => {
    queue = new ChangeQueue();
  });

  it('hands out what is a second old, in its order, as many as asked for', () => {
    queue.note(change('a'), 0);
    queue.note(change('b'), 0);
    queue.note(change('c'), second);
    expect(queue.due(second - 1, 10)).toEqual([]);
    expect(refs(queue.due(second, 10))).toEqual(['a', 'b']);
    expect(refs(queue.due(2 * second, 2))).toEqual(['a', 'b']);
  });

  it('has an entity once, as it was last', () => {
    queue.note(change('a'), 0);
    queue.note(change('a', 'two'), 0);
    expect(queue.due(second, 10)).toEqual([change('a', 'two')]);
  });

  it('forgets what was told, but not what changed meanwhile', () => {
    queue.note(change('a'), 0);
    queue.note(change('b'), 0);
    const told = queue.due(second, 10);
    queue.note(change('b', 'two'), second);
    queue.settle(told, new Set(), second);
    expect(queue.due(2 * second, 10)).toEqual([change('b', 'two')]);
  });

  it('tells six times of what is not there yet, each time after twice as long', () => {
    queue.note(change('a'), 0);
    const times: number[] = [];
    for (let now = 0; now < 200 * second; now += second) {
      const due = queue.due(now, 10);
      if (due.length > 0) {
        times.push(now / second);
        queue.settle(due, new Set(['a']), now);
      }
    }
    expect(times).toEqual([1, 3, 7, 15, 31, 63]);
    expect(queue.size).toBe(0);
  });

  it('puts what could not be told behind the others', () => {
    queue.note(change('a'), 0);
    queue.note(change('b'), 0);
    queue.postpone(queue.due(second, 1));
    expect(refs(queue.due(second, 1))).toEqual(['b']);
    expect(queue.size).toBe(2);
  });

  it('keeps 20,000 entities, and what it keeps as it is last', () => {
    for (let index = 0; index < 20_001; index++) {
      queue.note(change(`e${index}`), 0);
    }
    queue.note(change('e0', 'two'), 0);
    expect(queue.size).toBe(20_000);
    expect(queue.due(second, 1)).toEqual([change('e0', 'two')]);
  });
});
