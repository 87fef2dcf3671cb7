import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { signedIn } from './support/signedIn';

const scored = (page: Page) =>
  page
    .getByRole('region', { name: 'Demand', exact: true })
    .getByText(/^Demand \d+, \w+\./);

async function openPilot(page: Page) {
  await page.goto('/catalog/default/pilot/delta-sharing');
  await expect(scored(page)).toBeVisible();
  await expect(
    page.getByRole('button', { name: /I need this|You asked/ }).first(),
  ).toBeVisible();
}

/** Every page that the stories come by, and what has to be there before it is looked at. */
const pages: Array<{ name: string; open(page: Page): Promise<void> }> = [
  { name: 'the page of a Pilot', open: openPilot },
  {
    name: 'the page of an API',
    async open(page) {
      await page.goto('/catalog/default/api/recipient-api');
      await expect(
        page.getByRole('region', { name: 'Demand', exact: true }),
      ).toBeVisible();
    },
  },
  {
    name: 'the page of a team',
    async open(page) {
      await page.goto('/catalog/default/group/payments');
      await expect(page.getByText('Priya Nair').first()).toBeVisible();
    },
  },
  {
    name: 'the catalog',
    async open(page) {
      await page.goto('/catalog?filters[kind]=pilot&filters[user]=all');
      await expect(
        page.getByText('Partner data sharing').first(),
      ).toBeVisible();
    },
  },
  {
    name: 'the menu of a Pilot',
    async open(page) {
      await openPilot(page);
      await page.getByRole('button', { name: 'More actions' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'the settings',
    async open(page) {
      await page.goto('/settings');
      await expect(page.getByText('Priya Nair').first()).toBeVisible();
    },
  },
];

const priya = signedIn('user:default/priya');
test.use(priya);

for (const { name, open } of pages) {
  test(`axe finds nothing serious on ${name}`, async ({ page }) => {
    await open(page);
    await expectAccessible(page);
  });
}

test('axe finds nothing serious on the page of a Pilot on a phone, in the dark', async ({
  browser,
}) => {
  const context = await browser.newContext({
    ...priya,
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  await openPilot(page);
  await expectAccessible(page);
  await context.close();
});
