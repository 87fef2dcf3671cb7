import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDeadline } from './createDeadline.mjs';

const never = new Promise(() => {});

test('work that is done in time answers, and its errors are its own', async t => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] });
  const deadline = createDeadline(1000);
  assert.equal(await deadline.meet(async () => 7), 7);
  const refused = deadline.meet(() => Promise.reject(new Error('refused')));
  await assert.rejects(refused, /refused/);
});

test('the time is shared: the second piece has what the first left', async t => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] });
  const deadline = createDeadline(1000);
  await deadline.meet(async () => t.mock.timers.tick(700));

  let state = 'waiting';
  const second = deadline.meet(() => never);
  second.catch(error => {
    state = error;
  });
  t.mock.timers.tick(299);
  await Promise.resolve();
  assert.equal(state, 'waiting');
  t.mock.timers.tick(1);
  await assert.rejects(second, { name: 'DeadlineError', begun: true });
});

test('work is not begun when the time has run out', async t => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] });
  const deadline = createDeadline(1000);
  t.mock.timers.tick(1000);
  const late = deadline.meet(() => assert.fail('it was begun'));
  await assert.rejects(late, { name: 'DeadlineError', begun: false });
});
