import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { expectFits } from './support/expectFits';
import { requestAs } from './support/requestAs';
import { signIn } from './support/signIn';

const priya = { name: 'Priya Nair', ref: 'user:default/priya' };
const tomas = { name: 'Tomáš Novák', ref: 'user:default/tomas' };
const sharing = {
  page: '/catalog/default/pilot/delta-sharing',
  api: '/api/catalog/entities/by-name/pilot/default/delta-sharing',
  demand: '/api/pilot/demand/pilot/default/delta-sharing',
  title: 'Partner data sharing',
};
const payments = 'group:default/payments';

/** The demand as the API tells it to a person; what pages show is compared with it. */
async function demandFor(userRef: string, path: string) {
  const api = await requestAs(userRef);
  const response = await api.get(path);
  expect(response.status()).toBe(200);
  const demand = await response.json();
  await api.dispose();
  return demand;
}

/** Returns whether the catalog shows both directions between a team and the Pilot. */
async function isRelated(team: string): Promise<boolean> {
  const api = await requestAs(priya.ref);
  const pilot = await (await api.get(sharing.api)).json();
  const [, name] = team.split('/');
  const group = await (
    await api.get(`/api/catalog/entities/by-name/group/default/${name}`)
  ).json();
  await api.dispose();
  const has = (entity: any, type: string, targetRef: string) =>
    entity.relations.some(
      (relation: any) =>
        relation.type === type && relation.targetRef === targetRef,
    );
  return (
    has(pilot, 'hasInterestFrom', team) &&
    has(group, 'interestedIn', 'pilot:default/delta-sharing')
  );
}

const card = (page: Page) =>
  page.getByRole('region', { name: 'Demand', exact: true });
const headerButton = (page: Page, name: string) =>
  page.getByRole('button', { name }).first();
/** The sentence that the card says its score in. */
const shownScore = (page: Page) => card(page).getByText(/^Demand \d+, \w+\./);

test.describe.serial('an engineer of another team', () => {
  test('records a need with two presses of the mouse, and sees it count', async ({
    page,
  }) => {
    const before = await demandFor(priya.ref, sharing.demand);
    expect(await isRelated(payments)).toBe(false);

    await signIn(page, priya.name);
    await page.goto(sharing.page);
    await expect(shownScore(page)).toContainText(
      `Demand ${Math.floor(before.score)}, strong`,
      { ignoreCase: true },
    );
    await headerButton(page, 'I need this').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(`I need ${sharing.title}`);
    await expectAccessible(page, ['[role=dialog]']);
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(
      dialog.getByText('Recorded for Payments, important.'),
    ).toBeVisible();
    await expectAccessible(page, ['[role=dialog]']);
    await dialog.getByRole('button', { name: 'Done' }).click();

    const after = await demandFor(priya.ref, sharing.demand);
    expect(after.counts.teams).toBe(before.counts.teams + 1);
    expect(after.score).toBeGreaterThan(before.score);
    await expect(headerButton(page, 'You asked for this')).toBeVisible();
    await expect(card(page)).toContainText(`${after.counts.teams} teams`);
    await expect(shownScore(page)).toContainText(
      `Demand ${Math.floor(after.score)},`,
    );
  });

  test('finds the relation on the catalog page', async ({ page }) => {
    await expect.poll(() => isRelated(payments)).toBe(true);

    await signIn(page, priya.name);
    await page.goto('/catalog/default/group/payments');
    const relations = page.locator('svg');
    await expect(relations.getByText('interestedIn').first()).toBeVisible();
    await expect(relations.getByText(sharing.title).first()).toBeVisible();
  });

  test('adds details later, and the score moves again', async ({ page }) => {
    const before = await demandFor(priya.ref, sharing.demand);
    await signIn(page, priya.name);
    await page.goto(sharing.page);
    await headerButton(page, 'You asked for this').click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page, ['[role=dialog]']);
    await dialog.getByRole('button', { name: /^Edit/ }).click();
    await expect(dialog.getByRole('meter')).toHaveAttribute(
      'aria-valuetext',
      'Not described',
    );
    await dialog
      .getByLabel('What would you use it for?')
      .fill(
        'Weekly settlement extracts for forty partners, without files by mail.',
      );
    await dialog
      .getByLabel('What do you do today instead?')
      .fill('A script that mails spreadsheets.');
    await expect(dialog.getByRole('meter')).toHaveAttribute(
      'aria-valuetext',
      'Concrete',
    );
    await dialog.getByRole('button', { name: 'Save details' }).click();
    await expect(dialog.getByText('Saved.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const after = await demandFor(priya.ref, sharing.demand);
    expect(after.score).toBeGreaterThan(before.score);
    expect(after.counts).toEqual({
      ...before.counts,
      useCases: before.counts.useCases + 1,
    });
    await expect(shownScore(page)).toContainText(
      `Demand ${Math.floor(after.score)},`,
    );
  });

  test('is joined by a second person, whose need is counted beside it', async ({
    page,
  }) => {
    const before = await demandFor(tomas.ref, sharing.demand);
    await signIn(page, tomas.name);
    await page.goto(sharing.page);
    await headerButton(page, 'I need this').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Critical').click();
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(
      dialog.getByText('Recorded for Checkout, critical.'),
    ).toBeVisible();
    const after = await demandFor(tomas.ref, sharing.demand);
    expect(after.counts.interests).toBe(before.counts.interests + 1);
    expect(after.score).toBeGreaterThan(before.score);

    await dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(dialog.getByText('Withdrawn.')).toBeVisible();
    const undone = await demandFor(tomas.ref, sharing.demand);
    expect(undone.score).toBeCloseTo(before.score, 3);
  });

  test('withdraws, and the relation goes', async ({ page }) => {
    await signIn(page, priya.name);
    await page.goto(sharing.page);
    await headerButton(page, 'You asked for this').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Withdraw/ }).click();
    await expect(dialog.getByText('Withdrawn.').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(headerButton(page, 'I need this')).toBeVisible();
    await expect.poll(() => isRelated(payments)).toBe(false);
  });
});

test('a need is recorded by keyboard alone', async ({ page }) => {
  const demand = '/api/pilot/demand/api/default/campaign-api';
  await signIn(page, priya.name);
  await page.goto('/catalog/default/api/campaign-api');
  await expect(
    card(page).getByText('No team has asked for this yet. Be the first.'),
  ).toBeVisible();
  await expectAccessible(page);

  const button = headerButton(page, 'I need this');
  await expect(button).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('Enter');
  const record = page
    .getByRole('dialog')
    .getByRole('button', { name: 'Record' });
  await expect(record).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('dialog').getByText('Recorded for Payments, important.'),
  ).toBeVisible();
  await expect(page.getByLabel('What would you use it for?')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(headerButton(page, 'You asked for this')).toBeFocused();

  const after = await demandFor(priya.ref, demand);
  expect(after.counts).toMatchObject({ interests: 1, teams: 1 });
  await expect(shownScore(page)).toContainText(
    `Demand ${Math.floor(after.score)},`,
  );
});

test('a person in no team learns why nothing can be recorded', async ({
  page,
}) => {
  await signIn(page, 'Sam Taylor');
  await page.goto('/catalog/default/component/delivery-promise');
  await headerButton(page, 'I need this').click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByText('You are in no team yet.', { exact: false }),
  ).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Record' })).toHaveCount(0);
  await expect(
    dialog.getByRole('link', { name: 'Find your team' }),
  ).toBeVisible();
  await expect(
    dialog.getByRole('button', { name: 'Copy link for a colleague' }),
  ).toBeVisible();
  await expectAccessible(page, ['[role=dialog]']);
});

test('a person in two teams chooses once and finds the choice again', async ({
  page,
}) => {
  await signIn(page, 'Robin Castillo');
  await page.goto('/catalog/default/component/delivery-promise');
  await headerButton(page, 'I need this').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(
    dialog.getByText('Choose the team that needs this.'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: /Your team/ }).click();
  await page.getByRole('option', { name: 'Pricing' }).click();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(
    dialog.getByText('Recorded for Pricing, important.'),
  ).toBeVisible();
  // Nobody asks for it in the samples, and so it stays.
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByText('Withdrawn.')).toBeVisible();
  await page.goto('/catalog/default/component/recipient-console');
  await headerButton(page, 'I need this').click();
  await expect(dialog.getByRole('button', { name: /Your team/ })).toContainText(
    'Pricing',
  );
});

test('the button stands on every tab of an entity, and on no list', async ({
  page,
}) => {
  await signIn(page, priya.name);
  await expect(page.getByRole('button', { name: 'I need this' })).toHaveCount(
    0,
  );
  await page.goto('/catalog/default/component/delta-share-server');
  await expect(headerButton(page, 'I need this')).toBeVisible();
  await page.goto('/catalog/default/group/payments');
  await expect(page.getByText('Payments').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'I need this' })).toHaveCount(
    0,
  );
});

test('a need is recorded on a phone, in the dark', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  await signIn(page, 'Dana Okafor');
  await page.goto('/catalog/default/component/recipient-console');
  await headerButton(page, 'I need this').click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByText('Your team owns this.', { exact: false }),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(
    dialog.getByText('Recorded for Partner Tech, important.'),
  ).toBeVisible();
  await expectAccessible(page, ['[role=dialog]']);
  await expectFits(page);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByText('Withdrawn.')).toBeVisible();
  await context.close();
});
