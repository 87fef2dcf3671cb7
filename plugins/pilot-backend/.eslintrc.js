const { deciders, ofKernel, others, views } = require('./deciders.cjs');

const clock =
  'The deciders know no clock: take the time as an argument, `at: Date`.';

/** What the deciders must not do: results depend on arguments alone. */
const impure = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: clock,
  },
  { selector: 'CallExpression[callee.name="Date"]', message: clock },
  {
    selector:
      'MemberExpression[object.name="Date"][property.name="now"], MemberExpression[object.name="performance"]',
    message: clock,
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The deciders give the same answer to the same question.',
  },
  {
    selector: ':function[async=true], AwaitExpression',
    message: 'The deciders do no I/O, so nothing in them waits.',
  },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^knex$|^node:|\\u002Fstore\\u002F(?!\\w+\\u002F(\\w+Rows|interestDetails|DeclaredPolicy)$)|backend-plugin-api|(CatalogMirror|Announcer|Service)$|\\u002F(keep|save)[A-Z]\\w*$/]',
    message: 'The deciders know shapes, and nothing that reads or writes.',
  },
];

/** A route that nobody declared would ask nobody and tell no auditor. */
const doors = [
  {
    selector:
      'ImportDeclaration[source.value="express-promise-router"], ImportDeclaration[source.value="express"] > ImportSpecifier[imported.name="Router"][importKind!="type"], MemberExpression[object.name="express"][property.name="Router"], CallExpression[callee.name="express"]',
    message:
      'Routes are declared by route() of kernel/http/Route.ts, which says who may and how it is audited, and mounted by kernel/http/mountRoutes.ts.',
  },
  {
    selector:
      'CallExpression[callee.object.name=/[rR]outer$/][callee.property.name=/^(get|head|put|post|patch|delete|all|options|use|route)$/]',
    message:
      'Declare it with route() of kernel/http/Route.ts, which says who may and how it is audited.',
  },
  {
    selector:
      'CallExpression[callee.property.name="register"]:matches([callee.object.name="registry"], [callee.object.property.name="registry"])',
    message:
      'Register it with registerAction() of kernel/actions/registerAction.ts, which says who may and how it is audited.',
  },
];
/** TypeScript checks no names in a spread: a property that nobody knows would pass. */
const literals = [
  {
    selector: 'SpreadElement > ObjectExpression.argument',
    message: 'Name the properties here: in a spread, nobody checks them.',
  },
];
/** Where a route is mounted and an action is registered. */
const doorways = [
  'src/kernel/http/mountRoutes.ts',
  'src/kernel/actions/registerAction.ts',
];

const engines =
  '/^(demandAt|demandHistory|assessDemand|scoreOf|levelOf|trendOf|stateAt|specificityOf|decayFactor|isCounted|isInternal|adoptersOf)$/';

/** Which way imports may point is in .dependency-cruiser.cjs. */
const rooms = [
  {
    files: [...deciders, ...views],
    excludedFiles: others,
    syntax: impure,
  },
  {
    files: ofKernel,
    syntax: impure,
  },
  {
    files: ['src/kernel/store/**/*.ts'],
    syntax: [
      {
        selector: `ImportSpecifier[imported.name=${engines}]`,
        message: 'The store knows no score: an engine gives it the numbers.',
      },
    ],
  },
];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { 'no-console': 'error' },
  overrides: [{ files: ['src/**/*.ts'], syntax: [] }, ...rooms].map(
    ({ files, excludedFiles = [], syntax }) => ({
      files,
      excludedFiles: [
        '**/*.test.ts',
        '**/__testUtils__/**',
        ...doorways,
        ...excludedFiles,
      ],
      rules: {
        'no-restricted-syntax': ['error', ...doors, ...literals, ...syntax],
      },
    }),
  ),
});
