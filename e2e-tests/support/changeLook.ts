import { expect, Page } from '@playwright/test';

/** The size of a window, and the colours that a person has chosen for their machine. */
export interface Look {
  readonly size: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

/**
 * Shows the page in another size and other colours. A change of colours makes Backstage mount the whole app
 * anew, so this waits for the app in the new colours; what was read from the page before is gone.
 */
export async function changeLook(page: Page, look: Look): Promise<void> {
  await page.setViewportSize(look.size);
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await expect(page.locator('body')).toHaveAttribute(
    'data-theme-mode',
    look.colorScheme,
  );
}
