import { expect, Page, test } from '@playwright/test';
import { countOpen, recordInterest } from './support/demand';
import { signIn } from './support/signIn';

const tomas = { name: 'Tomáš Novák', ref: 'user:default/tomas' };
const dana = { name: 'Dana Okafor', ref: 'user:default/dana' };
const sharing = 'pilot:default/delta-sharing';
const note = 'In the first quarter.';

const inbox = (page: Page) => page.getByRole('region', { name: 'Inbox' });
const rows = (page: Page) =>
  inbox(page).getByRole('heading').getByRole('button');

async function openInbox(page: Page) {
  await signIn(page, dana.name);
  await page.goto('/catalog/default/pilot/delta-sharing');
  await page.getByRole('link', { name: 'Demand', exact: true }).click();
  await expect(rows(page).first()).toBeVisible();
}

async function answer(page: Page, status: string) {
  await inbox(page)
    .getByRole('button', { name: /Status$/ })
    .click();
  await page.getByRole('option', { name: status }).click();
}

// Its author reads the answers in whoIsTold.spec.ts: a message waits a minute.
test.describe.serial('an owner answers what waits', () => {
  test.beforeAll(async () => {
    await recordInterest(tomas.ref, 'pilot/default/delta-sharing', {
      team: 'group:default/checkout',
      urgency: 'critical',
      useCase: 'Settle returns with eleven partners in one shared table.',
    });
  });

  test('the owner plans one, and is led to the next', async ({ page }) => {
    await openInbox(page);
    await expect(rows(page).first()).toContainText('Checkout');
    await expect(rows(page).first()).toContainText('Critical');
    const open = await countOpen(dana.ref, sharing);
    expect(open).toBeGreaterThan(1);
    await expect(rows(page)).toHaveCount(open);

    await rows(page).first().click();
    await expect(
      inbox(page).getByText('Settle returns with eleven partners'),
    ).toBeVisible();
    await answer(page, 'Planned');
    await inbox(page).getByLabel('Note to the author').fill(note);
    await expect(rows(page).nth(1)).toContainText('Data Platform');
    await inbox(page)
      .getByRole('button', { name: 'Save and open next' })
      .click();

    await expect(
      inbox(page).getByText(
        'Planned. Tomáš Novák is told. Next: Data Platform.',
      ),
    ).toBeVisible();
    await expect(rows(page)).toHaveCount(open - 1);
    await expect(rows(page).first()).toBeFocused();
    await expect(rows(page).first()).toContainText('Data Platform');
    await expect(rows(page).first()).toHaveAttribute('aria-expanded', 'true');
  });

  test('no is not said without a reason', async ({ page }) => {
    let sent = 0;
    page.on('request', request => {
      if (/\/interests\/[^/]+\/status/.test(request.url())) sent += 1;
    });
    await openInbox(page);
    const open = await countOpen(dana.ref, sharing);
    await expect(rows(page)).toHaveCount(open);
    await rows(page).first().click();
    await answer(page, 'Declined');
    await inbox(page)
      .getByRole('button', { name: 'Save and open next' })
      .click();
    const field = inbox(page).getByLabel('Note to the author');
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(
      inbox(page).getByText('Say why. Arjun Patel will read it.').first(),
    ).toBeVisible();
    await expect(rows(page)).toHaveCount(open);
    expect(sent).toBe(0);

    await field.fill('Forecasts are not cleared for partners.');
    await inbox(page)
      .getByRole('button', { name: 'Save and open next' })
      .click();
    await expect(
      inbox(page).getByText('Declined. Arjun Patel is told.', { exact: false }),
    ).toBeVisible();
    expect(sent).toBe(1);
  });
});
