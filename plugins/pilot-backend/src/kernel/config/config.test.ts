import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import {
  defaultChecks,
  defaultDemandPolicy,
} from '@pilot-to-platform/plugin-pilot-common';
import { PilotConfig, readPilotConfig } from './config';
import { fingerprintOf } from './demandPolicy';

const read = (pilot: object, rest: object = {}) =>
  readPilotConfig(new ConfigReader({ pilot, ...rest } as any));

it('has defaults for everything', () => {
  expect(readPilotConfig(new ConfigReader({}))).toEqual({
    allowedKinds: ['Pilot', 'Component', 'API', 'Resource', 'System'],
    approvers: [],
    showAuthors: true,
    messageDetails: 'full',
    pagePaths: {
      pilots: '/pilots',
      entity: '/catalog/:namespace/:kind/:name',
      docs: '/docs/:namespace/:kind/:name',
      create: '/create',
    },
    revision: 0,
    confirmAfterDays: 120,
    teamTypes: undefined,
    childTeams: true,
    allowDeclaredPhases: false,
    syncInterval: { seconds: 300 },
    costLimits: {
      perPerson: { running: 2, waiting: 10 },
      inAll: { running: 4, waiting: 50 },
    },
    permissionsEnabled: false,
    gates: { 'build-out': { teams: 3, useCases: 3, score: 40 } },
    checks: defaultChecks,
    readinessRefresh: { seconds: 900 },
    waiverDays: 180,
    policy: {
      rules: 2,
      halfLifeDays: 120,
      weights: { number: 0.3, breadth: 0.4, specific: 0.3 },
      halfPoints: { number: 5, breadth: 3, specific: 2 },
      specificity: {
        useCase: 0.4,
        alternative: 0.2,
        neededBy: 0.15,
        expectedUsage: 0.15,
        contribute: 0.1,
      },
      levels: { emerging: 20, strong: 40, proven: 60 },
    },
    fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
});

it.each<[string, object, Partial<PilotConfig>]>([
  [
    'kinds and team types',
    {
      interest: {
        allowedKinds: ['API'],
        teamTypes: ['squad'],
        childTeams: false,
      },
    },
    { allowedKinds: ['API'], teamTypes: ['squad'], childTeams: false },
  ],
  [
    'a duration as an object',
    { interest: { confirmAfter: { weeks: 2 } } },
    { confirmAfterDays: 14 },
  ],
  [
    'a duration as a text',
    { interest: { confirmAfter: '36h' } },
    { confirmAfterDays: 1.5 },
  ],
  [
    'a duration in ISO 8601',
    { interest: { confirmAfter: 'P30D' } },
    { confirmAfterDays: 30 },
  ],
  [
    'a quick sync',
    { catalog: { syncInterval: { milliseconds: 1 } } },
    { syncInterval: { seconds: 1 } },
  ],
  [
    'no declared phases',
    { decisions: { allowDeclared: true } },
    { allowDeclaredPhases: true },
  ],
  [
    'a part of a group, with the other defaults',
    {
      demand: {
        halfLife: '7d',
        levels: { proven: 80 },
        weights: { number: 0.2, breadth: 0.5 },
      },
    },
    {
      policy: {
        ...defaultDemandPolicy,
        halfLifeDays: 7,
        levels: { emerging: 20, strong: 40, proven: 80 },
        weights: { number: 0.2, breadth: 0.5, specific: 0.3 },
      },
    },
  ],
])('reads %s', (_, pilot, expected) => {
  expect(read(pilot)).toMatchObject(expected);
});

it.each<[object, object, string]>([
  [{}, {}, 'full'],
  [{}, { permission: { enabled: false } }, 'full'],
  [{}, { permission: { enabled: true } }, 'known'],
  [{ notifications: { details: 'known' } }, {}, 'known'],
  [
    { notifications: { details: 'full' } },
    { permission: { enabled: true } },
    'full',
  ],
])('of messages with %j and %j shows what is %s', (pilot, rest, details) => {
  expect(read(pilot, rest).messageDetails).toBe(details);
});

it('knows whether permissions are on', () => {
  const { permissionsEnabled } = read({}, { permission: { enabled: true } });
  expect(permissionsEnabled).toBe(true);
});

it.each<[object, RegExp]>([
  [
    { demands: {} },
    /pilot\.demands: is not a known key; did you mean pilot\.demand\?$/,
  ],
  [
    { halfLife: '7d', intrest: {} },
    /pilot\.halfLife: is not .*; pilot\.intrest: is not a known key; did you mean pilot\.interest\?$/,
  ],
  [
    { readiness: { refesh: '1h' } },
    /pilot\.readiness\.refesh: is not a known key$/,
  ],
  [
    { readiness: { checks: { 'docs.getting-startd': { weight: 2 } } } },
    /pilot\.readiness\.checks\.docs\.getting-startd: is not a known check; did you mean docs\.getting-started\?/,
  ],
  [
    { decisions: { gates: { 'build-out': { team: 2 } } } },
    /pilot\.decisions\.gates\.build-out\.team: is not a known key$/,
  ],
  [
    { decisions: { approvers: ['user:default/ada'] } },
    /pilot\.decisions\.approvers.*must name a group/,
  ],
  [
    { privacy: { showAuthors: 'no' } },
    /pilot\.privacy\.showAuthors: .*expected boolean/,
  ],
  [
    { decisions: { allowDeclare: true } },
    /pilot\.decisions\.allowDeclare: is not a known key/,
  ],
  [{ interest: 'x' }, /pilot\.interest: .*expected object/],
  [{ interest: { kinds: [] } }, /pilot\.interest\.kinds: is not a known key/],
  [{ interest: { allowedKinds: [] } }, /pilot\.interest\.allowedKinds: /],
  [{ interest: { allowedKinds: 'API' } }, /pilot\.interest\.allowedKinds: /],
  [{ interest: { teamTypes: [7] } }, /pilot\.interest\.teamTypes\.0: /],
  [
    { interest: { confirmAfter: 'soon' } },
    /pilot\.interest\.confirmAfter: must be a duration such as/,
  ],
  [{ interest: { confirmAfter: 7 } }, /confirmAfter: must be a duration/],
  [
    { interest: { confirmAfter: { days: -1 } } },
    /pilot\.interest\.confirmAfter: must be above 0/,
  ],
  [{ demand: 'x' }, /pilot\.demand: .*expected object/],
  [{ demand: { weight: {} } }, /pilot\.demand\.weight: is not a known key/],
  [
    { demand: { halfLifeDays: 8 } },
    /pilot\.demand\.halfLifeDays: is not a known key/,
  ],
  [
    { demand: { halfLife: { days: 6 } } },
    /pilot\.demand\.halfLife: must be at least 7 days/,
  ],
  [
    { demand: { halfLife: 'x' } },
    /pilot\.demand\.halfLife: must be a duration/,
  ],
  [{ demand: { weights: 'x' } }, /pilot\.demand\.weights: /],
  [
    { demand: { weights: { number: 1 } } },
    /pilot\.demand\.weights: must add up to 1/,
  ],
  [
    { demand: { weights: { numbers: 0 } } },
    /pilot\.demand\.weights\.numbers: is not a known key/,
  ],
  [
    { demand: { weights: { number: '0.3' } } },
    /pilot\.demand\.weights\.number: .*expected number/,
  ],
  [
    { demand: { halfPoints: { number: 0 } } },
    /pilot\.demand\.halfPoints\.number: /,
  ],
  [
    { demand: { specificity: { useCase: 0.5 } } },
    /pilot\.demand\.specificity: must add up to 1/,
  ],
  [{ demand: { levels: { strong: 10 } } }, /pilot\.demand\.levels: must rise/],
  [{ demand: { levels: { proven: 100 } } }, /pilot\.demand\.levels\.proven: /],
  [
    { decisions: { allowDeclared: 'no' } },
    /pilot\.decisions\.allowDeclared: .*expected boolean/,
  ],
  [
    { catalog: { syncInterval: 'never' } },
    /pilot\.catalog\.syncInterval: must be a duration/,
  ],
  [
    { catalog: { syncInterval: { minutes: 0 } } },
    /pilot\.catalog\.syncInterval: must be above 0/,
  ],
])('refuses %j', (pilot: object, message: RegExp) => {
  expect(() => read(pilot)).toThrow(message);
  expect(() => read(pilot)).toThrow(/^Invalid configuration: /);
});

it('gives the same policy the same fingerprint, and others another', () => {
  const { fingerprint } = read({});
  const written = read({
    demand: { levels: { proven: 60, strong: 40 }, halfLife: { hours: 2880 } },
  });
  expect(written.fingerprint).toBe(fingerprint);
  expect(fingerprintOf({ ...defaultDemandPolicy, halfLifeDays: 121 })).not.toBe(
    fingerprint,
  );
});

/** Every key of the declared configuration that takes a duration. */
const durations = [
  ...readFileSync(
    resolvePackagePath(
      '@pilot-to-platform/plugin-pilot-backend',
      'config.d.ts',
    ),
    'utf8',
  ).matchAll(/(\w+)\?: HumanDuration/g),
].map(([, key]) => key);
const places: Record<string, (value: object) => object> = {
  confirmAfter: value => ({ interest: { confirmAfter: value } }),
  halfLife: value => ({ demand: { halfLife: value } }),
  refresh: value => ({ readiness: { refresh: value } }),
  waiverLimit: value => ({ readiness: { waiverLimit: value } }),
  syncInterval: value => ({ catalog: { syncInterval: value } }),
  retention: value => ({ privacy: { retention: value } }),
};

it('knows where each duration stands', () => {
  expect(Object.keys(places).sort()).toEqual([...durations].sort());
});

it.each(durations)(
  'refuses two units for %s, which two files would add up',
  key => {
    expect(() => read(places[key]({ days: 120, weeks: 8 }))).toThrow(
      new RegExp(`${key}: must have one unit, not days and weeks`),
    );
  },
);

describe('pilot.limits', () => {
  it('changes what is set, and leaves the rest', () => {
    const costlyReads = { perPerson: { running: 1 }, inAll: { waiting: 0 } };
    expect(read({ limits: { costlyReads } }).costLimits).toEqual({
      perPerson: { running: 1, waiting: 10 },
      inAll: { running: 4, waiting: 0 },
    });
  });

  it.each([
    ['perPerson', { running: 0 }, 'running'],
    ['inAll', { waiting: -1 }, 'waiting'],
    ['inAll', { waiting: 1.5 }, 'waiting'],
    ['inAll', { atOnce: 3 }, 'atOnce'],
  ])('refuses %s: %j', (key, few, field) => {
    expect(() => read({ limits: { costlyReads: { [key]: few } } })).toThrow(
      `pilot.limits.costlyReads.${key}.${field}: `,
    );
  });
});
