import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchBackend } from './watchBackend.mjs';

function watching(t) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const alive = new Set();
  const gone = [];
  const watch = watchBackend({
    onGone: event => gone.push(event),
    isAlive: pid => alive.has(pid),
  });
  return {
    alive,
    gone,
    line: text => watch.line(text),
    stop: () => watch.stop(),
    wait: () => t.mock.timers.tick(1000),
  };
}

test('a backend that dies is reported once', t => {
  const world = watching(t);
  world.alive.add(41);
  assert.equal(world.line('pilot-backend-process 41'), true);
  world.wait();
  assert.deepEqual(world.gone, []);
  world.alive.delete(41);
  world.wait();
  world.wait();
  assert.deepEqual(world.gone, [{ changed: false }]);
  world.stop();
});

test('a restart after a change is no death, a death after it says so', t => {
  const world = watching(t);
  world.alive.add(41);
  world.line('pilot-backend-process 41');
  assert.equal(
    world.line('Change detected, restarting the development server...'),
    false,
  );
  world.alive.delete(41);
  world.wait();
  assert.deepEqual(world.gone, []);
  world.alive.add(42);
  world.line('pilot-backend-process 42');
  world.alive.delete(42);
  world.wait();
  assert.deepEqual(world.gone, [{ changed: true }]);
  world.stop();
});

test('other lines are not for the watch', t => {
  const world = watching(t);
  assert.equal(world.line('a pilot-backend-process 41'), false);
  assert.equal(world.line('pilot info Listening'), false);
  world.stop();
});
