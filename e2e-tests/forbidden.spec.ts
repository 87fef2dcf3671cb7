import { expect, Page, test } from '@playwright/test';
import { requestAs } from './support/requestAs';
import { signIn } from './support/signIn';
import { downloadCsv, portfolioNames, portfolioTable } from './support/table';

const nothing = 'There is nothing here that you can see.';
const hidden = {
  title: 'Chargeback signals',
  page: '/catalog/default/pilot/chargeback-signals',
  demand: '/api/pilot/demand/pilot/default/chargeback-signals',
};
const outsider = { name: 'Tomáš Novák', ref: 'user:default/tomas' };
const owner = { name: 'Priya Nair', ref: 'user:default/priya' };

test.describe('somebody who may not read interests', () => {
  test.beforeEach(({ page }) => signIn(page, 'Casey Morgan'));

  test('finds no card, no tab and no column of it', async ({ page }) => {
    await page.goto('/catalog/default/pilot/delta-sharing');
    await expect(
      page.getByRole('heading', { name: 'Partner data sharing' }).first(),
    ).toBeVisible();
    await expect(page.getByText('About', { exact: true })).toBeVisible();
    await expect(
      page.getByRole('region', { name: 'Demand', exact: true }),
    ).toHaveCount(0);
    await expect(page.getByText(/Demand \d+,/)).toHaveCount(0);

    await page.goto('/catalog/default/pilot/delta-sharing/demand');
    await expect(page.getByText(nothing)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Inbox' })).toHaveCount(0);
  });

  for (const path of ['/pilots/portfolio', '/pilots/fragmentation']) {
    test(`is told on ${path} that there is nothing to see`, async ({
      page,
    }) => {
      await page.goto(path);
      await expect(page.getByText(nothing)).toBeVisible();
      await expect(page.getByRole('grid')).toHaveCount(0);
      await expect(page.getByRole('article')).toHaveCount(0);
      await expect(page.getByText('Partner data sharing')).toHaveCount(0);
    });
  }
});

async function search(page: Page, words: string) {
  await page.goto(`/search?query=${encodeURIComponent(words)}`);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

test.describe('a confidential pilot', () => {
  test('is there for those who own it', async ({ page }) => {
    await signIn(page, owner.name);
    await page.goto('/pilots/portfolio');
    await expect(
      portfolioNames(page).filter({ hasText: hidden.title }),
    ).toHaveCount(1);
    // The index is written once a minute.
    await expect(async () => {
      await search(page, hidden.title);
      await expect(page.getByRole('link', { name: hidden.title })).toBeVisible({
        timeout: 5_000,
      });
    }).toPass();
  });

  test('is nowhere for others: not in a list, a file, a search or by its address', async ({
    page,
  }) => {
    await signIn(page, outsider.name);
    await page.goto('/pilots/portfolio');
    await expect(portfolioTable(page)).toContainText('Partner data sharing');
    await expect(page.getByText(hidden.title)).toHaveCount(0);
    const { rows } = await downloadCsv(
      page,
      page.getByRole('button', { name: 'Download CSV' }),
    );
    expect(rows.map(({ title }) => title)).toContain('Partner data sharing');
    expect(JSON.stringify(rows)).not.toMatch(/chargeback/i);

    await page.goto(`/pilots/portfolio?q=${encodeURIComponent(hidden.title)}`);
    await expect(page.getByText('No pilot matches.')).toBeVisible();

    await search(page, 'Partner data sharing');
    await expect(
      page.getByRole('link', { name: 'Partner data sharing' }).first(),
    ).toBeVisible();
    await search(page, hidden.title);
    await expect(page.getByRole('link', { name: hidden.title })).toHaveCount(0);

    await page.goto(hidden.page);
    await expect(page.getByText(/not found/i).first()).toBeVisible();
    await page.goto(`${hidden.page}/demand`);
    await expect(page.getByText(/not found/i).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Demand' })).toHaveCount(0);
    await expect(page.getByText(hidden.title)).toHaveCount(0);

    const api = await requestAs(outsider.ref);
    const unknown = await api.get(
      '/api/pilot/demand/pilot/default/no-such-pilot',
    );
    const secret = await api.get(hidden.demand);
    expect(secret.status()).toBe(unknown.status());
    expect(secret.status()).toBe(404);
    await api.dispose();
  });
});
