import { expect, Page, test } from '@playwright/test';
import { listDemand } from './support/demand';
import { signIn } from './support/signIn';

const ines = { name: 'Inês Carvalho', ref: 'user:default/ines' };
const ended = ['point-solution', 'retired'];
const places = [
  'Build out',
  'Ready to launch',
  'Keep small',
  'Ready, low demand',
  'Healthy',
  'Needs attention',
];

const map = (page: Page) => page.getByRole('img', { name: /^\d+ pilots?: / });
const listOf = (page: Page, place: string) =>
  page.getByRole('region', { name: new RegExp(`^${place} \\(`) });

test('an architect finds every Pilot on the map by keyboard, and its list', async ({
  page,
}) => {
  const items = await listDemand(ines.ref, { kind: 'Pilot' });
  const running = items.filter(({ phase }) => !ended.includes(phase));

  await signIn(page, ines.name);
  await page.goto('/pilots/map');
  await expect(map(page)).toBeVisible();

  const links = page.locator('section section a');
  let titles: string[] = [];
  let onMap = 0;
  await expect(async () => {
    titles = await links.allInnerTexts();
    expect([...titles].sort()).toEqual(
      running.map(({ title }: { title: string }) => title).sort(),
    );
    const counts: number[] = [];
    for (const place of places) {
      counts.push(await listOf(page, place).getByRole('link').count());
    }
    onMap = counts.reduce((sum, count) => sum + count, 0);
    const unknown = listOf(page, 'Readiness unknown').getByRole('link');
    expect(onMap + (await unknown.count())).toBe(running.length);
    await expect(map(page)).toHaveAccessibleName(
      new RegExp(`^${[onMap, ...counts].join('\\D+')}\\D`),
    );
  }).toPass();

  // From the last control above the lists, Tab goes from link to link.
  await links.first().focus();
  for (const [index, title] of titles.entries()) {
    await expect(links.nth(index)).toBeFocused();
    await expect(links.nth(index)).toHaveText(title);
    const { target } = running.find(each => each.title === title);
    const mark = page.locator(`[data-target="${target}"]`);
    // The last list is of those whose readiness nobody knows, which have no place on the map.
    if (index < onMap) {
      await expect(mark).toHaveAttribute('data-pointed', 'true');
    } else {
      await expect(mark).toHaveCount(0);
    }
    await page.keyboard.press('Tab');
  }
});

test('the map keeps its filters on the way to the list and back', async ({
  page,
}) => {
  const items = await listDemand(ines.ref, { kind: 'Pilot' });
  await signIn(page, ines.name);
  await page.goto('/pilots/map?level=strong');
  const strong = items.filter(
    ({ level, phase }) => level === 'strong' && !ended.includes(phase),
  );
  const name = new RegExp(`^${strong.length} pilots: `);
  await expect(map(page)).toHaveAccessibleName(name);
  await page.getByRole('link', { name: 'See as a list' }).click();
  await expect(page).toHaveURL(/\/pilots\/portfolio\?level=strong$/);
  await page.getByRole('link', { name: 'See on the map' }).click();
  await expect(page).toHaveURL(/\/pilots\/map\?level=strong$/);
  await expect(map(page)).toHaveAccessibleName(name);
});
