import { expect, test } from '@playwright/test';
import { signIn } from './support/signIn';

test('a pilot is registered by template, which names what looks alike before anything is written', async ({
  page,
}) => {
  await signIn(page, 'Priya Nair');
  await page.getByRole('link', { name: 'Create' }).click();
  await expect(page.getByText('Register a Pilot')).toBeVisible();
  await page.goto('/create/templates/default/register-pilot');

  await page.getByRole('textbox', { name: 'Title' }).fill('Partner files');
  await page
    .getByRole('textbox', { name: 'Problem' })
    .fill('Brands wait days for data files that account teams cut by hand');
  await page.getByRole('textbox', { name: 'Capability' }).fill('data-sharing');
  await page.getByRole('textbox', { name: 'Name' }).fill('partner-files');
  const alike = page.getByRole('region', { name: 'Looks alike' });
  await expect(alike).toContainText('Partner exports (Pilot) same capability');
  await expect(alike).toContainText('Partner data sharing (Pilot)');
  await expect(
    alike.getByRole('link', { name: 'Partner exports (Pilot)' }),
  ).toHaveAttribute('href', '/catalog/default/pilot/partner-exports/demand');

  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText('group:default/payments')).toBeVisible();
  await page.getByRole('button', { name: 'Create', exact: true }).click();

  const file = page.locator('pre').filter({ hasText: 'partner-files' }).first();
  await expect(file).toContainText('kind: Pilot');
  await expect(file).toContainText('owner: group:default/payments');
  await page.getByRole('button', { name: 'Looks alike' }).click();
  // The log and the output of a task are there for others to read: they count, and name nothing.
  await expect(
    page.getByText(/what looks alike: \d+ in the catalog/),
  ).toBeVisible();
});

test('the documentation of a pilot is read in the portal', async ({ page }) => {
  await signIn(page, 'Priya Nair');
  await page.goto('/catalog/default/pilot/delta-sharing/docs');
  await expect(
    page.getByRole('heading', { name: 'What is shared' }),
  ).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Partner data sharing' })
    .getByRole('link', { name: 'Troubleshooting' })
    .click();
  await expect(page.getByText('The token has expired')).toBeVisible();
});
