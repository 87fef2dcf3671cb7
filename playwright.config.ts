import { defineConfig } from '@playwright/test';
import { browserFlags } from './scripts/browser/browserFlags.mjs';

const { PILOT_APP_URL, PILOT_STILL_URL, PILOT_BROWSER, PILOT_STORY_REPORT } =
  process.env;
if (!PILOT_APP_URL || !PILOT_STILL_URL || !PILOT_BROWSER) {
  throw new Error(
    'The browser stories need a portal and a browser: start them with "npm test -- browser".',
  );
}
const browser: { path: string; env: Record<string, string> } =
  JSON.parse(PILOT_BROWSER);

/** They change nothing. */
const looks = /(accessible|newPages)\.spec\.ts$/;

export default defineConfig({
  testDir: 'e2e-tests',
  outputDir: 'node_modules/.cache/pilot-stories',
  // The stories share one portal, and each tells what it changes: one at a time, and told once. What only looks
  // at pages goes on beside them, as stories wait a lot, in a portal of its own: a page must not change under it.
  workers: 2,
  projects: [
    { name: 'stories', testIgnore: looks, workers: 1 },
    {
      name: 'looks',
      testMatch: looks,
      workers: 1,
      use: { baseURL: PILOT_STILL_URL },
    },
  ],
  retries: 0,
  forbidOnly: true,
  // Long enough for any machine, as what is there ends a wait at once, and below the ten minutes after which a part
  // that says nothing is ended.
  timeout: 540_000,
  expect: { timeout: 90_000, toPass: { timeout: 300_000 } },
  reporter: PILOT_STORY_REPORT
    ? [['list'], ['json', { outputFile: PILOT_STORY_REPORT }]]
    : 'list',
  use: {
    baseURL: PILOT_APP_URL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    // A trace films every step, which slows all of them; "npm test -- browser <name> --trace=on" makes one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.path,
      args: browserFlags,
      env: { ...process.env, ...browser.env } as Record<string, string>,
    },
  },
});
