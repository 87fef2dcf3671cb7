// What Stryker runs: the tables of one room, in the way of their package but without a browser's document.
const { tests } = JSON.parse(process.env.PILOT_MUTATION_ROOM);

module.exports = async () => {
  const {
    collectCoverageFrom,
    coverageDirectory,
    coverageProvider,
    ...config
  } = await require('@backstage/cli/config/jest');
  return {
    ...config,
    testEnvironment: require.resolve('jest-environment-node'),
    testMatch: tests.map(file => `**/${file}`),
    moduleNameMapper: {
      ...config.moduleNameMapper,
      '^fast-check$': require.resolve('./fewCases.cjs'),
    },
  };
};
