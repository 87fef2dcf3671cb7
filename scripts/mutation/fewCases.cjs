// fast-check with the same few cases each time, so that a score is the same twice, and soon there. A test that names a
// seed draws the same ones by itself, and may count them.
const real = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const few = options =>
  options?.seed === undefined
    ? { seed: 20_261_201, numRuns: Math.min(options?.numRuns ?? 100, 40) }
    : {};
const assert = (property, options) =>
  real.assert(property, { ...options, ...few(options), endOnFailure: true });

module.exports = { ...real, assert, default: { ...real.default, assert } };
Object.defineProperty(module.exports, '__esModule', { value: true });
