import { Browser, expect, Locator, Page } from '@playwright/test';
import { requestAs, requestAsService } from './requestAs';
import { signedIn } from './signedIn';

/** The people who decide in the stories, as the sign-in page names them. */
export const dana = { name: 'Dana Okafor', ref: 'user:default/dana' };
export const ada = { name: 'Ada Nilsson', ref: 'user:default/ada' };

/** Opens the Readiness tab of a Pilot for somebody, in a browser of their own. */
export async function openReadiness(
  browser: Browser,
  person: { readonly ref: string },
  pilot: string,
): Promise<Page> {
  const context = await browser.newContext(signedIn(person.ref));
  const page = await context.newPage();
  await page.goto(`/catalog/default/pilot/${pilot}/readiness`);
  await expect(
    page.getByRole('heading', { name: /^Readiness/ }).first(),
  ).toBeVisible();
  return page;
}

/** The box that says what comes next, by the sentence in its title. */
export const box = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('region', { name: title });

/** Finds the things left before the next phase. */
export const left = (page: Page): Locator =>
  page.getByRole('list', { name: 'Things left' }).getByRole('listitem');

/** The row of a check in the list below, by a part of its question. */
export const check = (page: Page, question: string): Locator =>
  page.getByRole('heading').getByRole('button', { name: question });

/** Signs a check in the dialog that is opened from the things left. */
export async function attest(
  page: Page,
  question: string,
  evidence: string,
): Promise<void> {
  const row = left(page).filter({ hasText: question });
  await row.getByRole('button', { name: `Attest, ${question}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Evidence URL').fill(evidence);
  await dialog.getByRole('button', { name: 'Sign' }).click();
  await expect(dialog).toBeHidden();
}

/** Proposes or decides in the dialog that is open, with a reason. */
export async function giveReason(
  page: Page,
  reason: string,
  button: string,
): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Reads what the API answers about a Pilot, by a path such as `readiness` or `pilots`. */
export async function answerOf(
  userRef: string,
  path: string,
): Promise<Record<string, any>> {
  const api = await requestAs(userRef);
  const response = await api.get(`/api/pilot/${path}`);
  expect([path, response.status()]).toEqual([path, 200]);
  const body = await response.json();
  await api.dispose();
  return body;
}

/** Sends something in a person's name; it has to be taken. */
export async function sendAs(
  userRef: string,
  path: string,
  data: object,
): Promise<Record<string, any>> {
  const api = await requestAs(userRef);
  const response = await api.post(`/api/pilot/${path}`, { data });
  expect(response.ok(), await response.text()).toBe(true);
  const body = await response.json();
  await api.dispose();
  return body;
}

/** Reports results as a service, as CI does. */
export async function report(pilot: string, results: object[]): Promise<void> {
  const api = await requestAsService();
  const response = await api.post(
    `/api/pilot/readiness/pilot/default/${pilot}/results`,
    { data: results },
  );
  expect(response.status(), await response.text()).toBe(200);
  await api.dispose();
}
