import { expect, Page, test } from '@playwright/test';
import { listDemand } from './support/demand';
import { signIn } from './support/signIn';
import { downloadCsv, portfolioNames, portfolioTable } from './support/table';

const ines = { name: 'Inês Carvalho', ref: 'user:default/ines' };
const ended = ['point-solution', 'retired'];

/** Pilots that go on, as the API lists them: by demand, highest first. */
async function listPilots(params: Record<string, string> = {}) {
  const items = await listDemand(ines.ref, { kind: 'Pilot', ...params });
  return items.filter(({ phase }) => !ended.includes(phase));
}
const titlesOf = (items: any[]): string[] => items.map(({ title }) => title);

async function choose(page: Page, select: string, option: string) {
  await page.getByRole('button', { name: new RegExp(`${select}$`) }).click();
  await page.getByRole('option', { name: option }).click();
  await page.keyboard.press('Escape');
}

/** A day in the form that an address takes, so many days ago. */
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

test('an architect ranks what is wanted, and takes the list away', async ({
  page,
}) => {
  const all = await listPilots();
  const strong = all.filter(({ level }) => level === 'strong');
  expect(strong.length).toBeGreaterThan(1);
  expect(strong.length).toBeLessThan(all.length);

  await signIn(page, ines.name);
  await page.getByRole('link', { name: 'Pilots', exact: true }).first().click();
  await expect(page).toHaveURL(/\/pilots\/portfolio$/);
  await expect(portfolioNames(page)).toHaveText(titlesOf(all));
  const scores = all.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((one, other) => other - one));

  await choose(page, 'Level', 'Strong');
  await expect(page).toHaveURL(/[?&]level=strong/);
  await expect(portfolioNames(page)).toHaveText(titlesOf(strong));

  await portfolioTable(page)
    .getByRole('columnheader', { name: 'Name' })
    .click();
  await expect(page).toHaveURL(/[?&]sort=name/);
  const byName = titlesOf(strong).sort((one, other) =>
    one.localeCompare(other, 'en'),
  );
  await expect(portfolioNames(page)).toHaveText(byName);

  await page.reload();
  await expect(page).toHaveURL(/level=strong.*sort=name/);
  await expect(portfolioNames(page)).toHaveText(byName);

  const { fileName, rows } = await downloadCsv(
    page,
    page.getByRole('button', { name: 'Download CSV' }),
  );
  expect(fileName).toBe(`pilots-${daysAgo(0)}.csv`);
  expect(rows.map(({ title }) => title)).toEqual(byName);
  expect(rows.map(({ level }) => level)).toEqual(rows.map(() => 'strong'));
  await expect(page.getByText(/^Downloaded\b/)).toBeVisible();

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(portfolioNames(page)).toHaveCount(all.length);
  await page.goBack();
  await expect(portfolioNames(page)).toHaveText(byName);
});

test('an architect looks at a day of the past, and comes back', async ({
  page,
}) => {
  const day = daysAgo(120);
  const then = await listDemand(ines.ref, { kind: 'Pilot', asOf: day });
  const now = await listDemand(ines.ref, { kind: 'Pilot' });
  expect(titlesOf(then)).not.toEqual(titlesOf(now));

  await signIn(page, ines.name);
  await page.goto('/pilots/portfolio');
  await expect(portfolioNames(page).first()).toBeVisible();
  const [year, month, date] = day.split('-');
  const picker = page.getByRole('group', { name: 'As of' });
  await picker.getByRole('spinbutton').first().click();
  await page.keyboard.type(`${date}${month}${year}`);
  await expect(page).toHaveURL(new RegExp(`[?&]asOf=${day}`));
  const notice = page.getByText(
    /^You are looking at .*\. Nothing can be changed here\.$/,
  );
  await expect(notice).toBeVisible();
  await expect(notice).toContainText(year);
  await expect(portfolioNames(page)).toHaveText(titlesOf(then));
  await expect(portfolioTable(page).getByRole('row').nth(1)).toContainText(
    `${Math.floor(then[0].score)}`,
  );

  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(page).toHaveURL(/\/pilots\/portfolio$/);
  await expect(notice).toHaveCount(0);
});

test('what an address asks for and does not exist is said, not fatal', async ({
  page,
}) => {
  await signIn(page, ines.name);
  await page.goto('/pilots/portfolio?level=huge&phase=demand');
  await expect(
    page.getByText("Filter 'level=huge' does not exist and was left out."),
  ).toBeVisible();
  const expected = (await listPilots()).filter(
    ({ phase }) => phase === 'demand',
  );
  await expect(portfolioNames(page)).toHaveText(titlesOf(expected));

  await page.goto('/pilots/portfolio?q=nothing%20is%20called%20so');
  await expect(page.getByText('No pilot matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(portfolioNames(page).first()).toBeVisible();
});
