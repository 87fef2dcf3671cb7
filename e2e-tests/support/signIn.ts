import { expect, Page } from '@playwright/test';

/**
 * Signs in as one of the people that the sign-in page offers, by the name that it shows. Fails if
 * that person is not, or if the portal does not open afterwards.
 */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  const people = page.getByRole('main').getByRole('button');
  await expect(
    people.first(),
    'the sign-in page offers nobody: is the backend up?',
  ).toBeVisible();

  const person = people.filter({ hasText: name });
  await expect(
    person,
    `the sign-in page offers one person named ${name}`,
  ).toHaveCount(1);
  await person.click();
  await expect(page, `the portal does not open for ${name}`).toHaveURL(
    /\/home/,
  );
}
