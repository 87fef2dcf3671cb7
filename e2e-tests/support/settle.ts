import { expect, Page } from '@playwright/test';

const quietMilliseconds = 300;

/**
 * Waits until nothing on the page is loading any more and nothing has changed for a moment, and answers how
 * often the page had changed by then: `changesOf` answers the same as long as it stays as it is.
 */
export async function settle(page: Page): Promise<number> {
  let changes = -1;
  await expect(async () => {
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    const before = await changesOf(page);
    await page.waitForTimeout(quietMilliseconds);
    changes = await changesOf(page);
    expect(changes, 'the page goes on changing').toBe(before);
  }).toPass({ intervals: [0] });
  return changes;
}

/** Counts how often elements or texts of the document were added, removed or replaced since the first call. */
export async function changesOf(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const counting = window as typeof window & { storyChanges?: number };
    if (counting.storyChanges === undefined) {
      // Of two documents the changes are hardly the same number.
      counting.storyChanges = Math.floor(performance.timeOrigin % 1e6) * 1e6;
      new MutationObserver(records => {
        counting.storyChanges! += records.length;
      }).observe(document.body, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
    return counting.storyChanges;
  });
}
