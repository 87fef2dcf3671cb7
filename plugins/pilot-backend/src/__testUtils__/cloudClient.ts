/**
 * Stands in for the clients of clouds and cache servers that Backstage's backend loads at every start: no test has
 * a cloud, and to load them takes as long as everything else that a test file needs. To use one throws.
 */
module.exports = new Proxy(
  {},
  {
    get: (_, name) =>
      name === '__esModule'
        ? undefined
        : class {
            constructor() {
              throw new Error(`Tests have no ${String(name)}`);
            }
          },
  },
);
