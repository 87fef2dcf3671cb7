import { expect, Page } from '@playwright/test';

/**
 * Signs in as one of the people that the sign-in page offers, by the name that it shows. Fails, and
 * says who is offered, if that person is not, or if the portal does not open afterwards.
 */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  const people = page.getByRole('main').getByRole('button');
  await expect(
    people.first(),
    'the sign-in page offers nobody: is the backend up?',
  ).toBeVisible();

  const person = people.filter({ hasText: name });
  if ((await person.count()) !== 1) {
    const offered = await people.allInnerTexts();
    throw new Error(
      `The sign-in page offers ${await person.count()} people named "${name}"; it shows: ${offered.join(
        ', ',
      )}`,
    );
  }
  await person.click();
  await expect(page, `the portal does not open for ${name}`).toHaveURL(
    /\/home/,
  );
}
