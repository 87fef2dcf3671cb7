import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/**
 * Fails on any serious or critical finding of axe inside the given regions (CSS selectors), and if
 * one of them is not on the page. Backstage's own parts of the page are not ours to judge.
 */
export async function expectAccessible(
  page: Page,
  regions: readonly string[],
): Promise<void> {
  let axe = new AxeBuilder({ page });
  for (const region of regions) {
    await expect(page.locator(region).first()).toBeVisible();
    axe = axe.include(region);
  }
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html),
    }));
  expect(serious).toEqual([]);
}
