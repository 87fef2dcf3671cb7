import { expect, test } from '@playwright/test';
import {
  ada,
  attest,
  box,
  dana,
  giveReason,
  left,
  openReadiness,
  report,
  sendAs,
} from './support/readiness';

// Several people, each in a browser of their own.

const pilot = 'label-printing';

/** Answers that its team signs, by question, with a link that a stranger could check. */
const signed = [
  ['Was its security reviewed?', 'security/42'],
  ['Are the classes of its data and its compliance duties stated?', 'data/7'],
  ['Is it said what is self-serve and what needs a review?', 'requests'],
  ['Are service levels agreed?', 'levels'],
  ['Are several teams kept apart on it?', 'tenancy'],
  ['Is it agreed who will be the platform team?', 'minutes/3'],
] as const;
const waived = 'Are known problems and their solutions written down?';

/** The day after tomorrow, as the parts of a date field take it. */
function soon(): string[] {
  const [year, month, day] = new Date(Date.now() + 2 * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return [day, month, year];
}

test.describe.serial('a team works its checklist up to a launch', () => {
  test.beforeAll(async () => {
    // The portal has just started: what the catalog did not have yet is looked for again.
    await expect
      .poll(
        async () => {
          const { score } = await sendAs(
            dana.ref,
            `readiness/pilot/default/${pilot}/collect`,
            {},
          );
          return Math.floor(score * 100);
        },
        { timeout: 300_000, intervals: [5_000] },
      )
      .toBe(46);
  });

  test('what is left is listed, with who can fix it', async ({ browser }) => {
    const page = await openReadiness(browser, dana, pilot);
    await expect(page.getByText(/^46% ready, weakest /).first()).toBeVisible();
    const gate = box(page, 'Before launch: 10 things left');
    await expect(gate).toBeVisible();
    await expect(left(page)).toContainText(
      Array<string>(10).fill('Who can fix it: Partner Tech'),
    );
    await expect(
      gate.getByText('You can propose launch when nothing is left.'),
    ).toBeVisible();
    await expect(
      gate.getByRole('button', { name: 'Propose launch' }),
    ).toHaveCount(0);
  });

  test('nothing is signed without a link, and nothing is sent', async ({
    browser,
  }) => {
    let sent = 0;
    const page = await openReadiness(browser, dana, pilot);
    page.on('request', request => {
      if (/\/attestations$/.test(request.url())) sent += 1;
    });
    const [question] = signed[0];
    await page
      .getByRole('button', { name: `Attest, ${question}` })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Sign' }).click();
    await expect(dialog.getByLabel('Evidence URL')).toBeFocused();
    await expect(
      dialog.getByText('Give a link that begins with https:// or http://.'),
    ).toBeVisible();
    expect(sent).toBe(0);
  });

  test('its team signs, and CI reports the documentation', async ({
    browser,
  }) => {
    const page = await openReadiness(browser, dana, pilot);
    for (const [question, path] of signed) {
      await attest(page, question, `https://wiki.linden.example.com/${path}`);
      await expect(left(page).filter({ hasText: question })).toHaveCount(0);
    }
    await expect(box(page, 'Before launch: 4 things left')).toBeVisible();
    await report(
      pilot,
      ['docs.getting-started', 'docs.api-reference', 'docs.examples'].map(
        name => ({
          check: name,
          verdict: 'pass',
          evidence: 'https://ci.linden.example.com/label-printing/811',
        }),
      ),
    );
    await page.reload();
    await expect(box(page, 'Before launch: 1 thing left')).toBeVisible();
    await expect(left(page)).toContainText([waived]);
    // Its own team does not exempt itself.
    await expect(
      page.getByRole('button', { name: `Waive, ${waived}` }),
    ).toHaveCount(0);
  });

  test('an approver waives what can wait', async ({ browser }) => {
    const page = await openReadiness(browser, ada, pilot);
    await page
      .getByRole('button', { name: `Waive, ${waived}` })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why can it wait?').fill('Two teams write it now.');
    const parts = dialog.getByRole('spinbutton');
    for (const [index, part] of soon().entries()) {
      await parts.nth(index).pressSequentially(part);
    }
    await dialog.getByRole('button', { name: 'Waive', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(box(page, 'Nothing left before launch')).toBeVisible();
    await expect(
      page.getByRole('heading').getByRole('button', { name: waived }),
    ).toContainText('Waived');
  });

  test('its team proposes, and does not decide', async ({ browser }) => {
    const page = await openReadiness(browser, dana, pilot);
    await page.getByRole('button', { name: 'Propose launch' }).click();
    await expect(page.getByRole('dialog')).toContainText('0 left');
    await giveReason(page, 'Six warehouses wait for it.', 'Propose');
    await expect(
      page.getByText('You proposed this, so someone else decides.'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  });
});
