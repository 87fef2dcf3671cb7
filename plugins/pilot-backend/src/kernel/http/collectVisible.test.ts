import { giveWay } from '../cost/giveWay';
import { collectVisible, countVisible } from './collectVisible';

jest.mock('../cost/giveWay', () => ({ giveWay: jest.fn(async () => {}) }));

/** A list of which the given positions are hidden. */
const listOf = (length: number, isHidden: (position: number) => boolean) => ({
  fetch: async ({ after = -1, limit }: { after?: number; limit: number }) =>
    [...Array(length).keys()].slice(after + 1, after + 1 + limit),
  visible: async () => (position: number) => !isHidden(position),
  positionOf: (position: number) => position,
});

describe('a page of what somebody sees', () => {
  it('is looked for in ever larger steps, and lets others in between', async () => {
    const limits: number[] = [];
    jest.mocked(giveWay).mockClear();
    const list = listOf(9_000, () => true);
    const page = await collectVisible({
      ...list,
      limit: 2,
      fetch: async asked => {
        limits.push(asked.limit);
        return list.fetch(asked);
      },
    });
    expect(page).toEqual({ items: [] });
    expect(limits).toEqual([
      ...[100, 200, 400, 800, 1600],
      ...[2000, 2000, 2000],
    ]);
    expect(giveWay).toHaveBeenCalledTimes(limits.length);
  });

  it.each<[string, number, (position: number) => boolean, number[], boolean]>([
    ['nothing', 0, () => false, [], false],
    ['all of it', 2, () => false, [0, 1], false],
    ['a part of it', 3, () => false, [0, 1], true],
    ['nothing but hidden rows behind it', 9_000, at => at > 1, [0, 1], false],
    [
      'the last one behind many',
      9_000,
      at => at > 1 && at < 8_999,
      [0, 1],
      true,
    ],
    ['hidden rows between', 9_000, at => at % 4_000 !== 7, [7, 4_007], true],
    ['hidden rows alone', 9_000, () => true, [], false],
  ])('where there is %s', async (_name, length, isHidden, items, hasNext) => {
    const list = listOf(length, isHidden);
    const page = await collectVisible({ ...list, limit: 2 });
    expect(page.items).toEqual(items);
    // Where the next one begins is told by what is on this one, and never by
    // what is hidden.
    expect(page.next).toBe(hasNext ? items[1] : undefined);
    expect(await countVisible(list)).toBe(
      [...Array(length).keys()].filter(at => !isHidden(at)).length,
    );
  });
});
