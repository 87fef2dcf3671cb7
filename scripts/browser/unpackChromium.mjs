// A program of its own: the package unpacks below TMPDIR, which is read once per process, and needs
// the toolchain's Node. Called as `TMPDIR=<folder> node unpackChromium.mjs`.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const door = require.resolve('@sparticuz/chromium');
const chromium = await import(pathToFileURL(door).href);

await chromium.default.executablePath();
// NSS, NSPR and Expat: a machine without a browser seldom has them.
await chromium.inflate(join(dirname(door), '..', 'bin', 'al2023.tar.br'));
