import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScope } from '../process/createScope.mjs';
import { runPart } from './runPart.mjs';

const minute = 60_000;
const settled = () => new Promise(resolve => setImmediate(resolve));

function world() {
  const stopped = [];
  const said = [];
  return {
    stopped,
    said,
    context: { scope: createScope(), say: text => said.push(text), root: '/r' },
    program: name => ({ stop: () => stopped.push(name) }),
  };
}
const good = { name: 'good', passed: 3, failed: 0, skipped: 0 };

test('a part that hangs is ended with what it started, says so, and leaves the others their time', async t => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const { context, program, stopped, said } = world();
  const hung = runPart(
    'stories',
    async ({ scope }) => {
      await scope.own(program('portal'));
      await new Promise(() => {});
    },
    context,
  );
  await settled();
  t.mock.timers.tick(11 * minute);
  assert.deepEqual(await hung, {
    name: 'stories',
    passed: 0,
    failed: 1,
    skipped: 0,
    problem: 'ended, as nothing happened for 10 minutes',
  });
  assert.deepEqual(stopped, ['portal']);

  const next = await runPart(
    'unit',
    async ({ scope }) => {
      await scope.own(program('database'));
      return good;
    },
    context,
  );
  assert.deepEqual(next, good);
  assert.deepEqual(stopped, ['portal', 'database']);
  assert.deepEqual(said, ['\n== stories ==', '\n== unit ==']);
});

for (const sign of ['heard', 'say']) {
  test(`a part of which ${sign} tells may take hours`, async t => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const { context } = world();
    const slow = async part => {
      for (let times = 0; times < 100; times++) {
        t.mock.timers.tick(9 * minute);
        await settled();
        part[sign]('on it');
      }
      return good;
    };
    assert.deepEqual(await runPart('unit', slow, context), good);
  });
}

test('what was started is stopped when all is', async () => {
  const { context, program, stopped } = world();
  let end;
  const running = runPart(
    'unit',
    async ({ scope }) => {
      await scope.own(program('database'));
      return await new Promise(resolve => {
        end = resolve;
      });
    },
    context,
  );
  await settled();
  await context.scope.close();
  assert.deepEqual(stopped, ['database']);
  end(good);
  await running;
});

test('a part that cannot run counts as one failure', async t => {
  t.mock.method(process.stderr, 'write', () => true);
  const { context } = world();
  const { failed, problem } = await runPart(
    'unit',
    () => Promise.reject(new Error('no disk')),
    context,
  );
  assert.equal(failed, 1);
  assert.equal(problem, 'it did not run, as said above');
});
