import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { requestAs } from './support/requestAs';
import { signIn } from './support/signIn';

test('the sign-in page lists the people of the sample organisation', async ({
  page,
}) => {
  await page.goto('/');
  for (const name of [
    'Priya Nair',
    'Dana Okafor',
    'Ada Nilsson',
    'Inês Carvalho',
    'Robin Castillo',
    'Sam Taylor',
  ]) {
    await expect(
      page.getByRole('button', { name: new RegExp(name) }),
    ).toBeVisible();
  }
  await expectAccessible(page);
});

test('a person signs in and stays signed in over a reload', async ({
  page,
}) => {
  await signIn(page, 'Priya Nair');
  await page.goto('/settings');
  await expect(page.getByText('Priya Nair').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('Priya Nair').first()).toBeVisible();
});

test('the samples are in the catalog, for a person and for scripts alike', async ({
  page,
}) => {
  const priya = await requestAs('user:default/priya');
  const response = await priya.get(
    '/api/catalog/entities/by-name/pilot/default/delta-sharing',
  );
  expect(response.status()).toBe(200);
  const { metadata } = await response.json();
  await priya.dispose();

  await signIn(page, 'Priya Nair');
  await page.goto('/catalog/default/pilot/delta-sharing');
  await expect(
    page.getByRole('heading', { name: metadata.title }).first(),
  ).toBeVisible();
});
