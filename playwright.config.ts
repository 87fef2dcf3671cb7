import { defineConfig } from '@playwright/test';
import { browserFlags } from './scripts/browser/browserFlags.mjs';

const { PILOT_APP_URL, PILOT_BROWSER, PILOT_STORY_REPORT } = process.env;
if (!PILOT_APP_URL || !PILOT_BROWSER) {
  throw new Error(
    'The browser stories need a portal and a browser: start them with "npm test -- browser".',
  );
}
const browser: { path: string; env: Record<string, string> } =
  JSON.parse(PILOT_BROWSER);

export default defineConfig({
  testDir: 'e2e-tests',
  outputDir: 'node_modules/.cache/pilot-stories',
  // The stories share one portal, and each tells what it changes: one at a time, and told once.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: PILOT_STORY_REPORT
    ? [['list'], ['json', { outputFile: PILOT_STORY_REPORT }]]
    : 'list',
  use: {
    baseURL: PILOT_APP_URL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.path,
      args: browserFlags,
      env: { ...process.env, ...browser.env } as Record<string, string>,
    },
  },
});
