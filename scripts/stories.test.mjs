import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { projectRoot } from './projectRoot.mjs';

/**
 * Methods that read a page once. The page may be another a moment later: Backstage mounts the whole app anew
 * when the colours change, and lists load again on a signal. It may be read in what is tried again:
 * `expect.poll(…)` and `expect(async () => …).toPass()`.
 */
const readsOnce = new Set([
  '$',
  '$$',
  '$$eval',
  '$eval',
  'all',
  'allInnerTexts',
  'allTextContents',
  'ariaSnapshot',
  'boundingBox',
  'content',
  'count',
  'elementHandle',
  'elementHandles',
  'evaluate',
  'evaluateAll',
  'evaluateHandle',
  'getAttribute',
  'innerHTML',
  'innerText',
  'inputValue',
  'isChecked',
  'isDisabled',
  'isEditable',
  'isEnabled',
  'isHidden',
  'isVisible',
  'textContent',
  'title',
  'url',
]);
/** Calls that replace the page, or wait for time to pass: each has one place that waits for what it caused. */
const onlyIn = {
  emulateMedia: ['support/changeLook.ts'],
  waitForTimeout: ['support/settle.ts'],
  evaluate: ['support/settle.ts'],
  AxeBuilder: ['support/expectAccessible.ts'],
};

/** The names of unsafe calls in a story, each with its line. */
function findUnsafe(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const report = (name, node) => {
    if (onlyIn[name]?.includes(file)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${name}`);
  };
  const visit = (node, retried) => {
    let again = retried;
    if (ts.isNewExpression(node) && node.expression.getText() === 'AxeBuilder')
      report('AxeBuilder', node);
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      const name = ts.isPropertyAccessExpression(expression)
        ? expression.name.text
        : undefined;
      if (readsOnce.has(name) && !retried && !isOfData(expression)) {
        report(name, node);
      } else if (name in onlyIn && !readsOnce.has(name)) report(name, node);
      if (isRetrying(node)) again = true;
    }
    ts.forEachChild(node, child => visit(child, again));
  };
  visit(source, false);
  return found;
}

/** `Promise.all` and what a request or a response has are no page. */
function isOfData({ expression }) {
  return /^(Promise|request|response|download)$/.test(expression.getText());
}

function isRetrying(call) {
  const { expression, parent } = call;
  if (ts.isPropertyAccessExpression(expression)) {
    const { name } = expression;
    return name.text === 'poll' && expression.expression.getText() === 'expect';
  }
  return (
    expression.getText() === 'expect' &&
    ts.isPropertyAccessExpression(parent) &&
    parent.name.text === 'toPass'
  );
}

const folder = join(projectRoot, 'e2e-tests');
const files = readdirSync(folder, { recursive: true })
  .filter(file => file.endsWith('.ts'))
  .sort();

test('stories are there to be looked at', () => {
  assert.ok(files.length > 10, files.join());
});

for (const file of files) {
  test(`${file} reads nothing once that may change, and waits for what it caused`, () => {
    assert.deepEqual(
      findUnsafe(file, readFileSync(join(folder, file), 'utf8')),
      [],
    );
  });
}

for (const [name, line, unsafe] of [
  ['a count that is acted on', 'if ((await rows.count()) > 1) {}', ['count']],
  ['an attribute', "await row.getAttribute('href')", ['getAttribute']],
  ['a place', 'await row.boundingBox()', ['boundingBox']],
  [
    'other colours',
    "await page.emulateMedia({ colorScheme: 'dark' })",
    ['emulateMedia'],
  ],
  [
    'colours that are tried again',
    'await expect(async () => { await page.emulateMedia({}); }).toPass()',
    ['emulateMedia'],
  ],
  [
    'a page read for good by an assertion',
    'expect(await rows.count()).toBe(2)',
    ['count'],
  ],
  [
    'axe of one’s own',
    'await new AxeBuilder({ page }).analyze()',
    ['AxeBuilder'],
  ],
  ['what is polled', 'await expect.poll(() => rows.count()).toBe(2)', []],
  ['a long poll', 'await expect\n.poll(() => rows.count()).toBe(2)', []],
  [
    'what is polled, and its value',
    'await expect.poll(fixed).toBe(await rows.count())',
    ['count'],
  ],
  [
    'what is tried again',
    'await expect(async () => { await rows.count(); }).toPass({ timeout: 9 })',
    [],
  ],
  ['an assertion that waits', 'await expect(rows).toHaveCount(2)', []],
  ['promises', 'await Promise.all([one, other])', []],
]) {
  test(`the rule on ${name}`, () => {
    assert.deepEqual(
      findUnsafe('some.spec.ts', line),
      unsafe.map(each => `some.spec.ts:1 ${each}`),
    );
  });
}
