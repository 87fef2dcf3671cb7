/** Remembers what was started, so that everything is stopped whichever way a command ends. */
export function createScope() {
  const owned = [];
  return {
    /** Takes something with a `stop` that may be called twice, or a promise of it, and hands it back. */
    async own(started) {
      const thing = await started;
      owned.push(thing);
      return thing;
    },
    /** Stops everything, the last first. */
    async close() {
      for (const thing of owned.splice(0).reverse()) await thing.stop();
    },
  };
}
