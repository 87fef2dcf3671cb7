import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// The one without windows first: the others start a process for each part of a window that nobody sees.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Paths of the Chromium family found on this machine, in the order in which they are tried. */
export function installedBrowsers({ env, exists = existsSync }) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap(name => folders.map(folder => join(folder, name)))
    .concat(applications)
    .filter(path => exists(path));
}
