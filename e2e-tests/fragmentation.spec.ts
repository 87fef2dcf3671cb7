import { expect, test } from '@playwright/test';
import { listDemand, withdrawAll } from './support/demand';
import { signIn } from './support/signIn';

const priya = { name: 'Priya Nair', ref: 'user:default/priya' };
const exports = 'pilot:default/partner-exports';

test.describe('while a need is recorded', () => {
  test.afterAll(() => withdrawAll(priya.ref, exports));

  test('a pilot that looks alike is named, asked for instead, and a plan to build again is seen by all', async ({
    page,
  }) => {
    const teamsOf = async () => {
      const items = await listDemand(priya.ref, { kind: 'Pilot' });
      return items.find(({ target }) => target === exports).counts.teams;
    };
    const before = await teamsOf();
    await signIn(page, priya.name);
    await page.goto('/catalog/default/pilot/delta-sharing');
    await page.getByRole('button', { name: 'I need this' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('I need Partner data sharing');
    const alike = dialog
      .getByRole('region', { name: 'Looks alike' })
      .getByRole('listitem')
      .filter({ hasText: 'Partner exports' });
    await expect(alike).toContainText('same capability');

    await alike
      .getByRole('button', { name: 'Ask for Partner exports instead' })
      .click();
    await expect(dialog).toContainText('I need Partner exports');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(
      dialog.getByText('Recorded for Payments, important.'),
    ).toBeVisible();
    await dialog.getByRole('button', { name: /^More/ }).click();
    await dialog.getByText('Build our own').click();
    await dialog.getByRole('button', { name: 'Save details' }).click();
    await expect(dialog.getByText('Saved.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect.poll(teamsOf).toBe(before + 1);

    await page.goto('/pilots/fragmentation');
    const group = page
      .getByRole('article')
      .filter({ hasText: 'same capability: data-sharing' });
    await expect(group.getByRole('heading')).toContainText('Partner exports');
    await expect(
      group.getByText(/payments plans to build its own/i),
    ).toBeVisible();

    await page.goto('/catalog/default/pilot/partner-exports/demand');
    await expect(
      page
        .getByRole('region', { name: /^Possible fragmentation/ })
        .getByRole('listitem')
        .filter({ hasText: 'Payments' }),
    ).toContainText('plans to build its own');
  });
});
