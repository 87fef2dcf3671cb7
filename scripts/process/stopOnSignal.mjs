const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Calls `stop` at the first signal and exits when it is done. Later signals change nothing: Ctrl-C
 * reaches this process twice, from the terminal and from npm.
 */
export function stopOnSignal(stop) {
  let stopping = false;
  for (const [signal, code] of Object.entries(exitCodes)) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      try {
        await stop(signal);
      } finally {
        process.exit(code);
      }
    });
  }
}
