// A program of its own, for the toolchain's Node: ends well only if the browser named by the first
// argument renders a page the way the stories drive it.
import { chromium } from '@playwright/test';
import { browserFlags } from './browserFlags.mjs';

const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: browserFlags,
  timeout: 120_000,
});
try {
  const page = await browser.newPage();
  await page.goto('data:text/html,<h1>Pilot to Platform</h1>');
  const heading = await page.getByRole('heading').textContent();
  if (heading !== 'Pilot to Platform') {
    throw new Error(`The page shows ${JSON.stringify(heading)}`);
  }
  await page.screenshot();
} finally {
  await browser.close();
}
