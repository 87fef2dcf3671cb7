module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { 'no-console': 'error' },
  testRules: {
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', 'until'] },
    ],
  },
});
