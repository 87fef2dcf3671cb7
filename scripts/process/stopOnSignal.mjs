const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const parentMilliseconds = 1000;

/**
 * Calls `stop` at the first signal and exits when it is done. Later signals change nothing: Ctrl-C
 * reaches this process twice, from the terminal and from npm.
 *
 * A SIGTERM that npm is sent ends npm and the shell between, and never arrives here; that the parent is
 * gone tells of it.
 */
export function stopOnSignal(stop) {
  let stopping = false;
  const end = async signal => {
    if (stopping) return;
    stopping = true;
    try {
      await stop(signal);
    } finally {
      process.exit(exitCodes[signal]);
    }
  };
  for (const signal of Object.keys(exitCodes)) {
    process.on(signal, () => end(signal));
  }
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) end('SIGTERM');
    }, parentMilliseconds).unref();
  }
}
