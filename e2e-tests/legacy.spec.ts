import { expect, Page, test } from '@playwright/test';
import { withdrawAll } from './support/demand';
import { legacyUrl } from './support/portal';
import { signedIn } from './support/signedIn';

const person = 'user:default/priya';
const target = 'api:default/recipient-api';

// An app on the old frontend system, equipped as docs/setup.md says.
test.use({ ...signedIn(person), baseURL: legacyUrl });

const demandCard = (page: Page) =>
  page.getByRole('region', { name: 'Demand', exact: true });

test('a need is recorded from the card of an API in an old app', async ({
  page,
}) => {
  await withdrawAll(person, target);
  await page.goto('/catalog/default/api/recipient-api');
  await demandCard(page).getByRole('button', { name: 'I need this' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Record', exact: true })
    .click();
  await expect(
    page.getByRole('dialog').getByRole('button', { name: 'Done' }),
  ).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(
    demandCard(page).getByRole('button', { name: /You asked/ }),
  ).toBeVisible();
  await withdrawAll(person, target);
});

test('a Pilot has its card and both tabs in an old app', async ({ page }) => {
  await page.goto('/catalog/default/pilot/delta-sharing');
  await expect(
    page.getByRole('region', { name: 'Pilot', exact: true }),
  ).toBeVisible();
  await demandCard(page).getByRole('link', { name: 'See demand' }).click();
  await expect(page).toHaveURL(/\/pilot\/delta-sharing\/demand$/);
  await expect(page.getByRole('tab', { name: 'Demand' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.getByRole('tab', { name: 'Readiness' }).click();
  await expect(
    page.getByRole('heading', { name: /^Readiness/ }).first(),
  ).toBeVisible();
});

// The old frontend system shows the overview for a tab that a page does not have.
for (const entity of [
  'api/recipient-api',
  'component/delta-share-server',
  'system/partner-data',
]) {
  test(`the demand card of ${entity} leads to tabs in an old app`, async ({
    page,
  }) => {
    for (const [link, tab] of [
      [/^See demand/, 'Demand'],
      [/^Readiness/, 'Readiness'],
    ] as const) {
      await page.goto(`/catalog/default/${entity}`);
      await demandCard(page).getByRole('link', { name: link }).click();
      await expect(
        page.getByRole('tab', { name: tab, exact: true }),
      ).toHaveAttribute('aria-selected', 'true');
    }
  });
}

/** Pages with links of ours, and what has to be there before they are read. */
const pages: Array<[path: string, there: (page: Page) => Promise<void>]> = [
  [
    '/home',
    page =>
      expect(
        page.getByRole('link', { name: /Partner data/ }).first(),
      ).toBeVisible(),
  ],
  [
    '/pilots',
    page => expect(page.getByRole('grid', { name: 'Portfolio' })).toBeVisible(),
  ],
  [
    '/catalog/default/group/payments',
    page => expect(page.getByText('Priya Nair').first()).toBeVisible(),
  ],
  [
    '/catalog/default/pilot/delta-sharing/readiness',
    page =>
      expect(
        page.getByRole('heading', { name: /^Readiness/ }).first(),
      ).toBeVisible(),
  ],
];

for (const [path, there] of pages) {
  test(`no link on ${path} of an old app is dead`, async ({ page }) => {
    await page.goto(path);
    await there(page);
    // Of links that differ only in the entity that they lead to, one is followed.
    let shapes = new Map<string, string>();
    await expect(async () => {
      const links = await page
        .getByRole('link')
        .evaluateAll(all => all.map(each => each.getAttribute('href') ?? ''));
      shapes = new Map(
        links
          .filter(href => href.startsWith('/'))
          .map(href => [href.replace(/\/default\/(\w+)\/[^/?]+/, '/$1'), href]),
      );
      expect(shapes.size).toBeGreaterThan(3);
    }).toPass();
    for (const href of shapes.values()) {
      await page.goto(href);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expect(page.getByText(/PAGE NOT FOUND/i)).toHaveCount(0);
    }
  });
}
