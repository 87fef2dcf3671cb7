import { expect, test } from '@playwright/test';
import { withdrawAll } from './support/demand';
import {
  ada,
  answerOf,
  box,
  dana,
  giveReason,
  openReadiness,
} from './support/readiness';
import { requestAs } from './support/requestAs';
import { signIn } from './support/signIn';

// A message waits a minute, so that a change of mind is not sent. What these stories read was done in launch.spec.ts
// and owner.spec.ts, and the stories between them take that minute.

const pilot = 'label-printing';
const waived = 'Are known problems and their solutions written down?';
const tomas = { name: 'Tomáš Novák', ref: 'user:default/tomas' };

/** The titles and texts of what a person was told about partner data sharing. */
async function messagesFor(userRef: string): Promise<string[]> {
  const api = await requestAs(userRef);
  const response = await api.get('/api/notifications');
  const { notifications } = await response.json();
  await api.dispose();
  return notifications
    .map(({ payload }: any) => `${payload.title} | ${payload.description}`)
    .filter((text: string) => text.includes('Partner data sharing'));
}

test.describe.serial('the launch that a team proposed', () => {
  test('an approver reads that a decision is needed, and decides', async ({
    browser,
  }) => {
    const { proposal } = await answerOf(dana.ref, `pilots/default/${pilot}`);
    const heard = async () => {
      const api = await requestAs(ada.ref);
      const response = await api.get('/api/notifications');
      const { notifications } = await response.json();
      await api.dispose();
      return notifications
        .filter(({ created }: any) => created > proposal.at)
        .map(({ payload }: any) => payload);
    };
    await expect.poll(heard, { timeout: 300_000 }).toContainEqual(
      // Approvers need not be able to see what it is about.
      expect.objectContaining({
        title: 'Decision needed',
        topic: 'decision',
      }),
    );
    const page = await openReadiness(browser, ada, pilot);
    await page.getByRole('button', { name: 'Approve' }).click();
    await giveReason(page, 'The list is done.', 'Approve');
    await expect(box(page, 'This is a platform')).toBeVisible();

    const decisions = box(page, 'Decisions');
    await expect(decisions).toContainText(
      'approved by Ada Nilsson, proposed by Dana Okafor',
    );
    await decisions
      .getByRole('button', { name: /As it was that day/ })
      .first()
      .click();
    await expect(decisions).toContainText(waived);

    // The catalog itself says so within seconds.
    const api = await requestAs(dana.ref);
    await expect
      .poll(async () => {
        const response = await api.get(
          `/api/catalog/entities?filter=kind=pilot,spec.phase=platform,metadata.name=${pilot}`,
        );
        return (await response.json()).length;
      })
      .toBe(1);
    await api.dispose();
  });

  test('the record tells it all afterwards', async () => {
    const { items } = await answerOf(
      dana.ref,
      `pilots/default/${pilot}/decisions`,
    );
    expect(items).toMatchObject([
      {
        type: 'approved',
        from: 'build-out',
        to: 'platform',
        by: ada.ref,
        proposed: { by: dana.ref, reason: 'Six warehouses wait for it.' },
        snapshot: { gate: { to: 'platform', open: true, left: [] } },
      },
      { type: 'declared', to: 'build-out', by: null },
    ]);
  });
});

test('an author reads the answer in one message, and where they asked', async ({
  page,
}) => {
  await expect
    .poll(() => messagesFor(tomas.ref), { timeout: 300_000 })
    .toEqual([
      expect.stringMatching(
        /^Planned: Partner data sharing \| For Checkout: .*In the first quarter\./,
      ),
    ]);

  await signIn(page, tomas.name);
  await page.goto('/notifications');
  await page.getByText('Planned: Partner data sharing').click();
  await expect(page).toHaveURL(/\/pilots\/my-needs/);
  const need = page
    .getByRole('listitem')
    .filter({ hasText: 'Settle returns with eleven partners' });
  await expect(need).toContainText('Partner data sharing');
  await expect(need).toContainText('Planned');
  await expect(need).toContainText('In the first quarter.');
});

test.afterAll(() => withdrawAll(tomas.ref, 'pilot:default/delta-sharing'));
