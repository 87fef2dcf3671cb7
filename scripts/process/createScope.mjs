/** Remembers what was started, so that everything is stopped whichever way a command ends. */
export function createScope() {
  const owned = [];
  let closed = false;
  return {
    /** Takes something with a `stop` that may be called twice, or a promise of it, and hands it back. */
    async own(started) {
      const thing = await started;
      if (closed) {
        await thing.stop();
        throw new Error('Everything was stopped while this was being started');
      }
      owned.push(thing);
      return thing;
    },
    /** Stops everything, the last first, and what is handed in afterwards. */
    async close() {
      closed = true;
      for (const thing of owned.splice(0).reverse()) await thing.stop();
    },
  };
}
