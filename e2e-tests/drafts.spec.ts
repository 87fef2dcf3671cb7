import { expect, Page, test } from '@playwright/test';
import { changeLook } from './support/changeLook';
import { expand } from './support/expand';
import { signedIn } from './support/signedIn';

const text = 'We plan it for the first quarter, with the exports.';
const size = { width: 1280, height: 900 };

const inbox = (page: Page) => page.getByRole('region', { name: 'Inbox' });
const note = (page: Page) => inbox(page).getByLabel('Note to the author');
const tab = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first();

test.use(signedIn('user:default/dana'));

test('what an owner typed is there after another tab, when it turns dark, and after a reload', async ({
  page,
}) => {
  await page.goto('/catalog/default/pilot/delta-sharing/demand');
  await expand(
    inbox(page).getByRole('heading', { level: 4 }).getByRole('button').first(),
  );
  await note(page).fill(text);

  await tab(page, 'Readiness').click();
  await expect(
    page.getByRole('heading', { name: /^Readiness/ }).first(),
  ).toBeVisible();
  await tab(page, 'Demand').click();
  await expect(note(page)).toHaveValue(text);

  await changeLook(page, { size, colorScheme: 'dark' });
  await expect(note(page)).toHaveValue(text);

  await page.reload();
  await expect(note(page)).toHaveValue(text);
  await expect(inbox(page).getByText('Draft kept.')).toBeVisible();

  await inbox(page).getByRole('button', { name: 'Discard draft' }).click();
  await expect(note(page)).toHaveValue('');
  await page.reload();
  await expect(inbox(page)).toBeVisible();
  await expect(note(page)).toHaveCount(0);
});
