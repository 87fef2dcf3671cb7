const minute = 60_000;

/** Nothing was heard of a piece of work for as long as it may be quiet. */
export class QuietError extends Error {
  name = 'QuietError';

  constructor() {
    super('nothing happened');
  }
}

/**
 * Tells work that hangs from work that is slow: what shows a sign of life may take as long as it needs.
 * Whole minutes are counted, not the clock, so that a machine that slept has not been quiet.
 */
export function createQuietLimit(minutes) {
  let quiet = 0;
  const heard = () => {
    quiet = 0;
  };
  return {
    /** To be called at every sign of life. */
    heard,
    /**
     * Awaits `work`, or throws a QuietError after so many minutes without a sign of life. Work is not
     * stopped by that.
     */
    async watch(work) {
      heard();
      let timer;
      const hangs = new Promise((_, reject) => {
        timer = setInterval(() => {
          quiet += 1;
          // The first of them may have begun just before it was counted.
          if (quiet > minutes) reject(new QuietError());
        }, minute);
      });
      try {
        return await Promise.race([work(), hangs]);
      } finally {
        clearInterval(timer);
      }
    },
  };
}
