const engines = require('./engines.cjs');

const clock =
  'The engine knows no clock: take the time as an argument, `now: Date`.';

/**
 * Syntax that the pure rooms must not use: results depend on arguments alone.
 */
const impure = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: clock,
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: clock,
  },
  {
    selector:
      'MemberExpression[object.name="Date"][property.name="now"], MemberExpression[object.name="performance"]',
    message: clock,
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The engine gives the same answer to the same question.',
  },
  {
    selector: ':function[async=true], AwaitExpression',
    message: 'The engine does no I/O, so nothing in it waits.',
  },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/./][source.value!=/^([.]|[.][.]\\u002F(model|readiness)|[.][.]\\u002F[.][.]\\u002Fmodel)\\u002F|filter-predicates$/]',
    message:
      'The engines know shapes (../model), themselves, and how a predicate is evaluated.',
  },
];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { 'no-console': 'error' },
  overrides: [
    {
      files: engines,
      excludedFiles: ['**/*.test.ts', '**/__testUtils__/**'],
      rules: {
        'no-restricted-syntax': ['error', ...impure],
      },
    },
  ],
});
