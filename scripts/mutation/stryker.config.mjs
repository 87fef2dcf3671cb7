// How Stryker runs one room; `npm run mutation` starts it in the folder of a package and says which room.
const { files, report, incremental } = JSON.parse(
  process.env.PILOT_MUTATION_ROOM,
);

export default {
  mutate: files,
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    projectType: 'custom',
    configFile: new URL('jestOfTables.cjs', import.meta.url).pathname,
    // Otherwise every table of the room is loaded for each change, to run none of its rows.
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  // As deep below the root as a package, so that tests find the documents.
  tempDirName: '../../.stryker-tmp',
  cleanTempDir: 'always',
  ignorePatterns: ['**', '!src/**', '!package.json'],
  // A machine that is busy with something else must not look like an endless loop.
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: incremental,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: report },
  // scripts/mutation.mjs compares with the threshold: over all rooms, with Stryker's own formula.
  thresholds: { high: 90, low: 85, break: null },
  allowConsoleColors: false,
  logLevel: 'warn',
};
