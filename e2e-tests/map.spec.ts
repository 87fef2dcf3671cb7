import { expect, Page, test } from '@playwright/test';
import { listDemand } from './support/demand';
import { signIn } from './support/signIn';

const ines = { name: 'Inês Carvalho', ref: 'user:default/ines' };
const ended = ['point-solution', 'retired'];
const quadrants = ['Build it out', 'Launch', 'Keep small', 'Ready, few takers'];

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

  const counts: number[] = [];
  for (const place of quadrants) {
    counts.push(await listOf(page, place).getByRole('link').count());
  }
  const name = await map(page).getAttribute('aria-label');
  expect(name?.match(/\d+/g)?.map(Number).slice(0, 5)).toEqual([
    counts.reduce((sum, count) => sum + count, 0),
    ...counts,
  ]);
  const unknown = await listOf(page, 'Readiness unknown')
    .getByRole('link')
    .count();
  expect(counts.reduce((sum, count) => sum + count, unknown)).toBe(
    running.length,
  );

  // From the last control above the lists, Tab goes from link to link.
  const links = page.locator('section section a');
  await links.first().focus();
  const reached = [];
  for (let index = 0; index < running.length; index++) {
    const focused = page.locator(':focus');
    reached.push(await focused.innerText());
    const href = await focused.getAttribute('href');
    const [, namespace, pilot] = href!.match(
      /catalog\/(.+)\/pilot\/(.+)\/demand/,
    )!;
    const mark = page.locator(`[data-target="pilot:${namespace}/${pilot}"]`);
    if ((await mark.count()) > 0) {
      await expect(mark).toHaveAttribute('data-pointed', 'true');
    }
    await page.keyboard.press('Tab');
  }
  expect(reached.sort()).toEqual(
    running.map(({ title }: { title: string }) => title).sort(),
  );
});

test('the map keeps its filters on the way to the list and back', async ({
  page,
}) => {
  await signIn(page, ines.name);
  await page.goto('/pilots/map?level=strong');
  await expect(map(page)).toBeVisible();
  const name = await map(page).getAttribute('aria-label');
  await page.getByRole('link', { name: 'See as a list' }).click();
  await expect(page).toHaveURL(/\/pilots\/portfolio\?level=strong$/);
  await page.getByRole('link', { name: 'See on the map' }).click();
  await expect(page).toHaveURL(/\/pilots\/map\?level=strong$/);
  await expect(map(page)).toHaveAttribute('aria-label', name!);
});
