import { expect, Page } from '@playwright/test';

/** Fails if the page can be scrolled sideways. */
export async function expectFits(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        ),
      { message: 'pixels beside the window' },
    )
    .toBeLessThanOrEqual(0);
}
