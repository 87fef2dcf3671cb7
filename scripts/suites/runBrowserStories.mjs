import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../browser/findBrowser.mjs';
import { buildFrontend, servePages } from '../portal/pages.mjs';
import { loadSamples } from '../portal/loadSamples.mjs';
import { portalSettings } from '../portal/portalSettings.mjs';
import { startPortal } from '../portal/startPortal.mjs';
import { freePort } from '../process/freePort.mjs';
import { startProgram } from '../process/startProgram.mjs';
import { countPlaywright, readReport } from './reports.mjs';
import { suiteResult } from './suiteResult.mjs';

const name = 'browser stories';

/**
 * The stories in e2e-tests, in a real browser, against a portal that is started for them with fresh
 * data on a free port. PILOT_APP_URL and PILOT_BACKEND_URL together name one that runs already instead; it needs
 * e2e-tests/app-config.yaml, with a copy of e2e-tests/catalog named by PILOT_STORY_CATALOG. PILOT_STILL_URL then names
 * the one whose pages nobody changes, if that is another, and PILOT_LEGACY_URL where packages/app-legacy is served.
 */
export async function runBrowserStories(context) {
  const { root, toolchain, folder, args, scope, say, heard } = context;
  const found = await findBrowser({ root, node: toolchain.node });
  // A home of its own: Chromium leaves crash reports and a certificate store there.
  const home = await mkdtemp(join(folder, 'browser-'));
  const browser = { ...found, env: { ...found.env, HOME: home } };
  const { portal, still, legacyUrl, stop } = await usePortals(context);
  say('Telling the browser stories');
  const file = join(folder, 'playwright.json');
  const program = await scope.own(
    startProgram(
      toolchain.node,
      [join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args],
      {
        cwd: root,
        onOutput: heard,
        env: {
          ...toolchain.env,
          CI: '1',
          PILOT_APP_URL: portal.appUrl,
          PILOT_BACKEND_URL: portal.backendUrl,
          PILOT_STILL_URL: still.appUrl,
          PILOT_LEGACY_URL: legacyUrl,
          PILOT_SERVICE_TOKEN: portal.token,
          PILOT_STORY_CATALOG: portal.storyCatalog,
          PILOT_BROWSER: JSON.stringify(browser),
          PILOT_STORY_REPORT: file,
        },
      },
    ),
  );
  const code = await program.exited;
  await stop();

  const report = readReport(file);
  if (!report)
    return suiteResult(name, {}, 'Playwright ended without a report');
  const counts = countPlaywright(report);
  const problem =
    code !== 0 && counts.failed === 0
      ? `Playwright ended with ${code}`
      : undefined;
  return suiteResult(name, counts, problem);
}

/**
 * Two portals with the same pages: one that the stories change, which an app on the old frontend system shows too, and
 * one that stands still for the stories beside them, which only look.
 */
async function usePortals(context) {
  const { root, toolchain, folder, scope, say, env } = context;
  if (env.PILOT_APP_URL && env.PILOT_BACKEND_URL) {
    const portal = {
      ...portalSettings({ root, env }),
      appUrl: env.PILOT_APP_URL,
      backendUrl: env.PILOT_BACKEND_URL,
      storyCatalog: env.PILOT_STORY_CATALOG,
    };
    const still = { appUrl: env.PILOT_STILL_URL ?? portal.appUrl };
    const legacyUrl = env.PILOT_LEGACY_URL ?? portal.appUrl;
    return { portal, still, legacyUrl, stop: async () => {} };
  }
  const legacyPort = await freePort();
  const legacyUrl = `http://localhost:${legacyPort}`;
  const settings = {
    ...(await settingsIn(join(folder, 'portal'), context)),
    otherOrigins: [legacyUrl],
  };
  say('Building the pages');
  await buildFrontend({ toolchain, settings, scope });
  const app = 'packages/app-legacy';
  const legacy = { ...settings, appUrl: legacyUrl };
  await buildFrontend({ toolchain, settings: legacy, scope, app });
  await scope.own(
    servePages({ folder: join(root, app, 'dist'), port: legacyPort }),
  );
  const [portal, still] = await Promise.all([
    openPortal(settings, context),
    settingsIn(join(folder, 'still'), context).then(each =>
      openPortal(each, context),
    ),
  ]);
  const stop = async () => {
    await Promise.all([portal.stop(), still.stop()]);
  };
  return { portal, still, legacyUrl, stop };
}

async function settingsIn(dataFolder, { root, env }) {
  const settings = portalSettings({
    root,
    env: { ...env, PILOT_BACKEND_PORT: String(await freePort()) },
    dataFolder,
    built: true,
  });
  const config = join(root, 'e2e-tests/app-config.yaml');
  return { ...settings, configs: [...settings.configs, config] };
}

async function openPortal(settings, { root, toolchain, scope, say }) {
  // A copy, as a story may edit what the catalog reads.
  const storyCatalog = join(settings.dataFolder, 'catalog');
  await cp(join(root, 'e2e-tests/catalog'), storyCatalog, { recursive: true });
  const env = { ...toolchain.env, PILOT_STORY_CATALOG: storyCatalog };
  say(`Starting a portal for the browser stories on ${settings.appUrl}`);
  const portal = await scope.own(
    startPortal({ toolchain: { ...toolchain, env }, settings, say }),
  );
  await portal.ready();
  await loadSamples({ settings, say, now: new Date() });
  return { ...settings, storyCatalog, stop: portal.stop };
}
