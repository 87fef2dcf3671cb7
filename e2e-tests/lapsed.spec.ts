import { expect, test } from '@playwright/test';
import {
  answerOf,
  check,
  dana,
  openReadiness,
  sendAs,
} from './support/readiness';

// Several people, each in a browser of their own.

const pilot = 'parcel-photos';
const question = 'Was its security reviewed?';
const id = 'governance.security-review';

test('a lapsed answer is unknown, shows what it was, and can be signed again', async ({
  browser,
}) => {
  // Long enough to be seen to hold, and soon over.
  const lapse = new Date(Date.now() + 15_000);
  await sendAs(dana.ref, `readiness/pilot/default/${pilot}/attestations`, {
    check: id,
    verdict: 'pass',
    evidence: 'https://wiki.linden.example.com/security/9',
    note: 'Reviewed before the first trial.',
    expiresAt: lapse.toISOString(),
  });
  const verdict = async () => {
    const { checks } = await answerOf(
      dana.ref,
      `readiness/pilot/default/${pilot}`,
    );
    return checks.find((each: any) => each.id === id);
  };
  expect(await verdict()).toMatchObject({ verdict: 'pass', lastAnswer: null });
  await expect
    .poll(async () => (await verdict()).verdict, { timeout: 300_000 })
    .toBe('unknown');

  const page = await openReadiness(browser, dana, pilot);
  const row = check(page, question);
  await expect(row).toContainText('Unknown');
  await expect(row).not.toContainText('Fail');
  await row.click();
  await expect(
    page.getByText(/Last answer: pass, .*attested by Dana Okafor/i).first(),
  ).toBeVisible();
  await expect(
    page.getByText('Reviewed before the first trial.').first(),
  ).toBeVisible();

  await page
    .getByRole('button', {
      name: new RegExp(`^Attest( again)?, ${question.replace('?', '\\?')}`),
    })
    .last()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Evidence URL')
    .fill('https://wiki.linden.example.com/security/10');
  await dialog.getByRole('button', { name: 'Sign' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Pass');
});
