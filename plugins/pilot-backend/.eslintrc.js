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
];

/** Forbids a room to import what it must not know. */
const without = (paths, message) => ({
  selector: `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/${paths}/]`,
  message,
});

/** A route that nobody declared would ask nobody and tell no auditor. */
const doors = [
  {
    selector:
      'ImportDeclaration[source.value="express-promise-router"], ImportDeclaration[source.value="express"] > ImportSpecifier[imported.name="Router"][importKind!="type"], MemberExpression[object.name="express"][property.name="Router"], CallExpression[callee.name="express"]',
    message:
      'Routes are declared by route() of router/Route.ts, which says who may and how it is audited, and mounted by router/mountRoutes.ts.',
  },
  {
    selector:
      'CallExpression[callee.object.name=/[rR]outer$/][callee.property.name=/^(get|head|put|post|patch|delete|all|options|use|route)$/]',
    message:
      'Declare it with route() of router/Route.ts, which says who may and how it is audited.',
  },
  {
    selector:
      'CallExpression[callee.property.name="register"]:matches([callee.object.name="registry"], [callee.object.property.name="registry"])',
    message:
      'Register it with registerAction() of actions/registerAction.ts, which says who may and how it is audited.',
  },
];
/** Where a route is mounted and an action is registered. */
const doorways = ['src/router/mountRoutes.ts', 'src/actions/registerAction.ts'];

const engines =
  '/^(demandAt|demandHistory|assessDemand|scoreOf|levelOf|trendOf|stateAt|specificityOf|decayFactor|isCounted|isInternal|adoptersOf)$/';

const rooms = [
  {
    files: [
      'src/interest/**/*.ts',
      'src/merge/{decideMerge,freeKey}.ts',
      'src/outbox/messages/**/*.ts',
      'src/adoption/{adoptersOf,decideRating}.ts',
      'src/phases/{adviceOf,changesSince,decide*,PhaseSituation,snapshotOf}.ts',
      'src/similar/{candidateOf,groupTargets}.ts',
      'src/triage/**/*.ts',
    ],
    syntax: [
      ...impure,
      without(
        '^knex$|^node:|\\u002F(store\\u002Foperations|service|router|announce|catalog|demand)\\u002F|backend-plugin-api',
        'The deciders know shapes and the interest they decide about, and nothing else.',
      ),
    ],
  },
  {
    files: ['src/store/**/*.ts'],
    syntax: [
      without(
        '\\u002F(adoption|demand|facts|phases|readiness|service|router|interest|announce|catalog|merge|metrics|outbox|similar|triage)\\u002F',
        'The store keeps what it is given: it knows no rule, score or route.',
      ),
      {
        selector: `ImportSpecifier[imported.name=${engines}]`,
        message: 'The store knows no score: an engine gives it the numbers.',
      },
    ],
  },
  {
    files: ['src/router/**/*.ts'],
    syntax: [
      without(
        '^knex$|\\u002F(store|adoption|demand|facts|phases|readiness|announce|catalog)\\u002F',
        'The router knows HTTP: it parses, hands to a service, and answers.',
      ),
    ],
  },
  {
    files: ['src/actions/**/*.ts'],
    syntax: [
      without(
        '^knex$|\\u002F(store|adoption|demand|facts|interest|phases|readiness|announce|catalog|merge|outbox|similar|triage)\\u002F',
        'An action is a route for models: it parses, hands to a service, and answers.',
      ),
    ],
  },
  {
    files: [
      'src/{service,adoption,demand,catalog,facts,announce,merge,metrics,outbox,phases,readiness,similar}/**/*.ts',
    ],
    syntax: [
      without(
        '\\u002F(router|actions)\\u002F|^express',
        'Only the router knows HTTP.',
      ),
    ],
  },
];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { 'no-console': 'error' },
  overrides: [{ files: ['src/**/*.ts'], syntax: [] }, ...rooms].map(
    ({ files, syntax }) => ({
      files,
      excludedFiles: ['**/*.test.ts', '**/__testUtils__/**', ...doorways],
      rules: { 'no-restricted-syntax': ['error', ...doors, ...syntax] },
    }),
  ),
});
