module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { 'no-console': 'error' },
  overrides: [
    {
      // The content of a dialog is replaced under the reader, so focus has to
      // be put where they go on.
      files: ['src/components/NeedDialog/**/*.tsx'],
      rules: { 'jsx-a11y/no-autofocus': 'off' },
    },
  ],
});
