import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';
import { changesOf, settle } from './settle';

/**
 * Violations that axe finds in Backstage's own parts of a page. They are named one by one, by the rule and
 * a class of the element, so that everything around them is judged.
 */
const knownOfBackstage = [
  // The catalog's table makes a button of a heading that can be dragged, which is one already.
  { rule: 'nested-interactive', className: 'MuiTableSortLabel-root' },
  // The tabs in the header of a page name a panel that is not there: the page below is another route.
  { rule: 'aria-valid-attr-value', className: 'bui-Tab' },
  // The search page puts its items into a box that is no list.
  { rule: 'listitem', className: 'MuiListItem-root' },
];

/**
 * Waits until the page stays as it is, and fails on any serious or critical finding of axe on the whole of it, or
 * inside the given regions (CSS selectors), which then have to be there. What axe finds on a page that changes
 * meanwhile does not count: it looks again.
 */
export async function expectAccessible(
  page: Page,
  regions: readonly string[] = [],
): Promise<void> {
  let serious: object[] = [];
  await expect(async () => {
    for (const region of regions) {
      await expect(page.locator(region).first()).toBeVisible();
    }
    const before = await settle(page);
    serious = await findSerious(page, regions);
    expect(await changesOf(page), 'the page changed under axe').toBe(before);
  }).toPass();
  expect(serious).toEqual([]);
}

async function findSerious(
  page: Page,
  regions: readonly string[],
): Promise<object[]> {
  let axe = new AxeBuilder({ page });
  for (const region of regions) axe = axe.include(region);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html).filter(html => !isKnown(id, html)),
    }))
    .filter(({ where }) => where.length > 0);
}

function isKnown(id: string, html: string): boolean {
  const [, names = ''] = /^<[^>]*? class="([^"]*)"/.exec(html) ?? [];
  return knownOfBackstage.some(
    ({ rule, className }) =>
      rule === id && names.split(' ').includes(className),
  );
}
