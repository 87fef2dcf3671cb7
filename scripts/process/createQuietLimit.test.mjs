import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createQuietLimit } from './createQuietLimit.mjs';

const minute = 60_000;
const never = new Promise(() => {});

function watching(t, work, minutes = 10) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const limit = createQuietLimit(minutes);
  const world = { limit, state: 'goes on', tick: t.mock.timers.tick };
  world.result = limit.watch(work);
  world.result.catch(error => {
    world.state = error.name;
  });
  world.pass = async minutesPassed => {
    t.mock.timers.tick(minutesPassed * minute);
    await new Promise(resolve => setImmediate(resolve));
  };
  return world;
}

test('what work comes to and what it fails with come back', async t => {
  assert.equal(await watching(t, async () => 7).result, 7);
  const limit = createQuietLimit(10);
  const refused = limit.watch(() => Promise.reject(new Error('refused')));
  await assert.rejects(refused, /refused/);
});

test('work of which nothing is heard for ten minutes hangs', async t => {
  const world = watching(t, () => never);
  await world.pass(10);
  assert.equal(world.state, 'goes on');
  await world.pass(1);
  assert.equal(world.state, 'QuietError');
});

test('work that shows a sign of life every nine minutes may take days', async t => {
  const world = watching(t, () => never);
  for (let times = 0; times < 1000; times++) {
    await world.pass(9);
    world.limit.heard();
  }
  assert.equal(world.state, 'goes on');
  await world.pass(11);
  assert.equal(world.state, 'QuietError');
});

test('a machine that slept for a night has not been quiet', async t => {
  t.mock.timers.enable({ apis: ['Date', 'setInterval'] });
  const limit = createQuietLimit(10);
  let state = 'goes on';
  limit
    .watch(() => never)
    .catch(error => {
      state = error.name;
    });
  t.mock.timers.setTime(8 * 60 * minute);
  await new Promise(resolve => setImmediate(resolve));
  assert.equal(state, 'goes on');
});

test('each piece of work begins anew', async t => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const limit = createQuietLimit(10);
  await limit.watch(async () => t.mock.timers.tick(9 * minute));
  await limit.watch(async () => t.mock.timers.tick(9 * minute));
});
