import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot as root } from './projectRoot.mjs';

/** A day in milliseconds, however it is spelt. */
const day =
  /\b(86_?400_?000|86_?400 \* 1_?000|24 \* 60 \* 60 \* 1_?000|24 \* 60 \* 60_?000|24 \* 3_?600_?000)\b/;
const home = 'plugins/pilot-common/src/model/dayMs.ts';

test('the length of a day stands once, as dayMs of pilot-common', () => {
  const files = globSync('plugins/*/{src,dev}/**/*.{ts,tsx}', { cwd: root });
  assert.ok(files.includes(home));
  const others = files.filter(
    file => file !== home && day.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(others, [], 'import dayMs in the place of the number');
});
