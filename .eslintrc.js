module.exports = {
  root: true,
  overrides: [
    {
      // What is in no package: the packages have their own rules.
      files: ['playwright.config.ts', 'e2e-tests/**/*.ts'],
      parser: require.resolve('@typescript-eslint/parser'),
      parserOptions: { sourceType: 'module' },
    },
  ],
};
