import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Browser, expect, test } from '@playwright/test';
import {
  ada,
  box,
  check,
  dana,
  giveReason,
  openReadiness,
} from './support/readiness';
import { requestAs } from './support/requestAs';

/** The owner proposes an ending; somebody else decides. */
async function proposeEnding(
  browser: Browser,
  pilot: string,
  ending: string,
  reason: string,
): Promise<void> {
  const page = await openReadiness(browser, dana, pilot);
  await page.getByRole('button', { name: 'Other endings' }).click();
  await page.getByRole('menuitem', { name: ending }).click();
  await giveReason(page, reason, 'Propose');
  await expect(
    page.getByText('You proposed this, so someone else decides.'),
  ).toBeVisible();
}

test.describe.serial('a proposal is rejected', () => {
  const pilot = 'dock-calendar';

  test('with a reason that its team reads', async ({ browser }) => {
    await proposeEnding(
      browser,
      pilot,
      'Retire',
      'Two carriers are enough for us.',
    );
    const page = await openReadiness(browser, ada, pilot);
    await page.getByRole('button', { name: 'Reject' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Decisions are never edited.');
    await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await giveReason(page, 'Wait for the harvest season.', 'Reject');

    const team = await openReadiness(browser, dana, pilot);
    const decisions = box(team, 'Decisions');
    await expect(decisions).toContainText(
      'rejected by Ada Nilsson, proposed by Dana Okafor',
    );
    await expect(decisions).toContainText('Wait for the harvest season.');
    await expect(
      team.getByRole('button', { name: 'Other endings' }),
    ).toBeVisible();
  });
});

test.describe.serial('a pilot that nobody asked for', () => {
  const pilot = 'pallet-sensors';

  test('is closed as a point solution, and looks finished', async ({
    browser,
  }) => {
    await proposeEnding(
      browser,
      pilot,
      'Keep as point solution',
      'It works for our chilled goods, and nobody else has any.',
    );
    const page = await openReadiness(browser, ada, pilot);
    await page.getByRole('button', { name: 'Approve' }).click();
    await giveReason(page, 'A good ending.', 'Approve');
    await expect(box(page, 'This is kept as a point solution')).toContainText(
      'A good ending.',
    );

    await page.goto(`/catalog/default/pilot/${pilot}`);
    await expect(
      page.getByRole('main').getByText('Point solution').first(),
    ).toBeVisible();
    await page.goto('/pilots/portfolio?q=pallet&phase=point-solution');
    const table = page.getByRole('grid', { name: 'Portfolio' });
    await expect(
      table.getByRole('row').filter({ hasText: 'Pallet sensors' }),
    ).toContainText('Point solution');
  });

  test('can be brought back', async ({ browser }) => {
    await proposeEnding(
      browser,
      pilot,
      'Bring back',
      'Returns need it after all.',
    );
    const page = await openReadiness(browser, ada, pilot);
    await page.getByRole('button', { name: 'Approve' }).click();
    await giveReason(page, 'Then look again.', 'Approve');
    await expect(box(page, /^Before build-out: /)).toBeVisible();
  });
});

test('a hand-off is recorded in the catalog, and the advice follows', async ({
  browser,
}) => {
  const pilot = 'yard-routing';
  const folder = process.env.PILOT_STORY_CATALOG;
  if (!folder) throw new Error('PILOT_STORY_CATALOG is not set');
  const file = join(folder, 'yard-routing.yaml');

  const page = await openReadiness(browser, dana, pilot);
  await expect(page.getByText(/Recommended: hand off/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Why?' }).first().click();
  await expect(
    page.getByText(/fewer than two people can operate it/i).first(),
  ).toBeVisible();
  await expect(
    check(page, 'Is it agreed who will be the platform team?'),
  ).toContainText('Unknown');

  const document = await readFile(file, 'utf8');
  await writeFile(
    file,
    `${document}  handOff:
    to: group:default/data-platform
    rationale: They run the other routing services.
`,
  );
  const api = await requestAs(ada.ref);
  const refreshed = await api.post('/api/catalog/refresh', {
    data: { entityRef: `pilot:default/${pilot}` },
  });
  expect(refreshed.status()).toBe(200);
  await expect
    .poll(async () => {
      const response = await api.get(
        `/api/catalog/entities/by-name/pilot/default/${pilot}`,
      );
      return (await response.json()).spec.handOff?.to;
    })
    .toBe('group:default/data-platform');
  await api.dispose();

  // What stood a moment ago is not asked for again within ten seconds.
  await expect(async () => {
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(
      check(page, 'Is it agreed who will be the platform team?'),
    ).toContainText('Pass', { timeout: 3_000 });
  }).toPass();
  await expect(
    check(page, 'Can at least two people operate it?'),
  ).toContainText('Pass');
  await expect(
    page.getByText(/Data Platform takes over/).first(),
  ).toBeVisible();
});
