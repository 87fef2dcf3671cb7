const intervalMilliseconds = 500;

/**
 * Notices that the backend's process is gone. It reads the portal's lines, because the CLI starts the
 * backend again, as another process, after each change of its source.
 */
export function watchBackend({ onGone, isAlive = processIsAlive }) {
  let pid;
  let restarting = false;
  let changed = false;
  const timer = setInterval(() => {
    if (pid === undefined || restarting || isAlive(pid)) return;
    pid = undefined;
    onGone({ changed });
  }, intervalMilliseconds);

  return {
    /** Takes a line of output; answers whether it was meant for this watch alone. */
    line(text) {
      if (text.startsWith('Change detected, restarting')) {
        restarting = true;
        changed = true;
      }
      const announced = /^pilot-backend-process (\d+)$/.exec(text);
      if (!announced) return false;
      pid = Number(announced[1]);
      restarting = false;
      return true;
    },
    stop() {
      clearInterval(timer);
    },
  };
}

function processIsAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
