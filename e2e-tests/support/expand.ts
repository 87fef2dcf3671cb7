import { expect, Locator } from '@playwright/test';

/** Presses a button that opens something until that is open; one that is open already stays so. */
export async function expand(button: Locator): Promise<void> {
  const timeout = 5_000;
  await expect(async () => {
    const expanded = await button.getAttribute('aria-expanded', { timeout });
    if (expanded !== 'true') await button.click({ timeout });
    await expect(button).toHaveAttribute('aria-expanded', 'true', { timeout });
  }).toPass();
}
