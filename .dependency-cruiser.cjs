/*
 * Which way imports may point. A room may import what stands below it and nothing above, no circle of files exists, and
 * a folder that is named nowhere here is refused, so that whoever adds one decides where it stands.
 */

/** The rooms of pilot-backend, from the ground up. ADR 34 says what is in each. */
const floors = [
  'kernel',
  'targets',
  'demand',
  'interest',
  'readiness',
  'pilots',
  'duplicates',
  'news',
  'operating',
  'app',
];
const backend = '^plugins/pilot-backend/src/';
const among = rooms => `${backend}(${rooms.join('|')})/`;
const tests = '(\\.test\\.tsx?$|/__testUtils__/|/src/tests/|/setupTests\\.ts$)';

const upwards = floors.slice(0, -1).map((floor, index) => ({
  name: `${floor}-knows-nothing-above`,
  comment:
    index === 0
      ? `${floor} may import nothing of the others.`
      : `${floor} may import what stands below it: ${floors
          .slice(0, index)
          .join(', ')}.`,
  severity: 'error',
  from: { path: among([floor]), pathNot: tests },
  to: { path: among(floors.slice(index + 1)) },
}));

const frontend = '^plugins/pilot/src/';

/** What the screens stand on, from the ground up; `components/shared` is used by many of them. */
const grounds = [
  'format',
  'texts',
  'cache',
  'api',
  'hooks',
  'components/shared',
];

/**
 * The folders of the screens, each below those that show a part of it, with the
 * files that others may import. The rest is its own.
 */
const screens = {
  NeedDialog: [
    'InterestActions',
    'LooksAlike',
    'NeedButton',
    'NeedDialog',
    'NeedStep',
  ],
  Adoption: ['AdoptionPanel', 'RatePrompts'],
  Inbox: ['Inbox', 'InboxLists'],
  Checks: ['AnswerSource', 'CheckActions', 'CheckFix'],
  Decisions: ['DecisionHistory', 'GateBox'],
  Duplicates: ['ReasonDialog'],
  Demand: [],
  Readiness: [],
  Overview: [],
  MyNeeds: ['needSections'],
  Home: [],
  TeamCard: [],
  Portfolio: [
    'DownloadPortfolio',
    'PortfolioEmpty',
    'PortfolioFilters',
    'PortfolioHeading',
    'PortfolioNotices',
    'PortfolioQuery',
    'portfolioParams',
    'useEnded',
    'usePortfolioPages',
    'usePortfolioQuery',
  ],
  Map: [],
  SearchResult: [],
  Templates: [],
};
const screenFloors = [
  ...grounds,
  ...Object.keys(screens).map(screen => `components/${screen}`),
  'pages',
];
const onScreens = rooms => `${frontend}(${rooms.join('|')})/`;

const screensUpwards = screenFloors.map((floor, index) => ({
  name: `screens-${floor.replace('/', '-').toLowerCase()}-knows-nothing-above`,
  comment: `${floor} may import only what stands before it in .dependency-cruiser.cjs.`,
  severity: 'error',
  from: { path: onScreens([floor]), pathNot: tests },
  to: {
    path: [
      ...(index + 1 < screenFloors.length
        ? [onScreens(screenFloors.slice(index + 1))]
        : []),
      `${frontend}(index|legacy|plugin)\\.tsx?$`,
    ],
  },
}));

const screensInside = Object.entries(screens).map(([screen, open]) => ({
  name: `screens-${screen.toLowerCase()}-has-an-inside`,
  comment: `Other screens may import of ${screen} what .dependency-cruiser.cjs lists.`,
  severity: 'error',
  from: {
    path: `${frontend}components/`,
    pathNot: [tests, `${frontend}components/${screen}/`],
  },
  to: {
    path: `${frontend}components/${screen}/`,
    ...(open.length > 0 && {
      pathNot: `${frontend}components/${screen}/(${open.join('|')})\\.tsx?$`,
    }),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other can only be understood together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...upwards,
    {
      name: 'store-keeps-what-it-is-given',
      comment: 'The store knows no rule, right, score or route.',
      severity: 'error',
      from: { path: `${backend}kernel/store/`, pathNot: tests },
      to: {
        path: backend,
        pathNot: `${backend}kernel/(clock|cost|sight|store)/`,
      },
    },
    {
      name: 'doors-know-no-store',
      comment: 'A route or an action parses, hands to a service, and answers.',
      severity: 'error',
      from: {
        path: `${backend}.+(Routes\\.ts|/actions/[^/]+)$`,
        pathNot: tests,
      },
      to: {
        path: [
          '(^|/)node_modules/knex/',
          `${backend}kernel/(store|announce)/`,
          `${backend}targets/CatalogMirror\\.ts$`,
          `${backend}.+/(decide|find|keep|read|save)[A-Z][^/]*\\.ts$`,
        ],
      },
    },
    {
      name: 'services-know-no-door',
      comment: 'Routes and actions know services, and no service knows them.',
      severity: 'error',
      from: {
        path: backend,
        pathNot: [
          tests,
          `${backend}app/`,
          '(Routes|/feature)\\.ts$',
          '/actions/',
        ],
      },
      to: { path: `${backend}(?!kernel/).+(Routes\\.ts|/actions/[^/]+)$` },
    },
    {
      name: 'only-doors-know-http',
      comment:
        'Routes and what mounts them know express, and nothing else does.',
      severity: 'error',
      from: {
        path: backend,
        pathNot: [
          tests,
          `${backend}(app|kernel/http)/`,
          '(Routes|parseRanking)\\.ts$',
        ],
      },
      to: { path: '(^|/)node_modules/(@types/)?express/' },
    },
    {
      name: 'no-unknown-room',
      comment: 'Say in .dependency-cruiser.cjs on which floor it stands.',
      severity: 'error',
      from: {
        path: backend,
        pathNot: [
          among([...floors, 'tests', '__testUtils__']),
          `${backend}index\\.ts$`,
        ],
      },
      to: {},
    },
    ...screensUpwards,
    ...screensInside,
    {
      name: 'no-unknown-screen',
      comment: 'Say in .dependency-cruiser.cjs on which floor it stands.',
      severity: 'error',
      from: {
        path: frontend,
        pathNot: [
          onScreens([...screenFloors, '__testUtils__']),
          `${frontend}[^/]+$`,
        ],
      },
      to: {},
    },
    {
      name: 'product-knows-no-test',
      comment: 'What is published holds nothing that only tests need.',
      severity: 'error',
      from: { path: '^(plugins|packages)/[^/]+/src/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'common-knows-no-other',
      comment: 'pilot-common runs in browsers and in backends.',
      severity: 'error',
      from: { path: '^plugins/pilot-common/' },
      to: { path: '^(plugins/(?!pilot-common/)|packages/)' },
    },
    {
      name: 'plugins-know-no-portal',
      comment:
        'The portal in packages is one of many that install the plugins.',
      severity: 'error',
      from: { path: '^plugins/' },
      to: { path: '^packages/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
