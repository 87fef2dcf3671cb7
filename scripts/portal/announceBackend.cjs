// Loaded into the backend's process before it starts, so that its end is noticed: the CLI says nothing
// when the backend dies. See watchBackend.mjs.
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.stderr.write(`pilot-backend-process ${process.pid}\n`);
}
