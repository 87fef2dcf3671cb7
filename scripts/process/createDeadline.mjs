/** The time of a deadline has run out. `begun` says whether the work had been begun. */
export class DeadlineError extends Error {
  name = 'DeadlineError';

  constructor({ begun }) {
    super('the time ran out');
    this.begun = begun;
  }
}

/** A time that several pieces of work share, counted from now on. */
export function createDeadline(milliseconds) {
  const end = Date.now() + milliseconds;
  return {
    /**
     * What `work` comes to, or a DeadlineError once the time has run out. Work that was begun is not
     * stopped by that.
     */
    async meet(work) {
      const left = end - Date.now();
      if (left <= 0) throw new DeadlineError({ begun: false });
      let timer;
      const over = new Promise((_, reject) => {
        timer = setTimeout(
          () => reject(new DeadlineError({ begun: true })),
          left,
        );
      });
      try {
        return await Promise.race([work(), over]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
