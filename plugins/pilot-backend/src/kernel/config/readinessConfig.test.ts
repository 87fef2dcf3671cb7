import { ConfigReader } from '@backstage/config';
import {
  CheckDefinition,
  defaultChecks,
} from '@pilot-to-platform/plugin-pilot-common';
import { readPilotConfig } from './config';
import { readChecks } from './readinessConfig';

const read = (checks: object, known?: readonly CheckDefinition[]) =>
  readChecks(new ConfigReader({ pilot: { readiness: { checks } } }), known);

const defaultOf = (id: string) => defaultChecks.find(each => each.id === id)!;

/** One check as it is read when this is set for it. */
const readOne = (id: string, given: object) =>
  read({ [id]: given }).find(each => each.id === id);

const own = {
  dimension: 'governance',
  question: 'Is it in the register of applications?',
  fix: { text: 'Register it.' },
};

it('has the default checks without any setting', () => {
  expect(readChecks(new ConfigReader({}))).toEqual(defaultChecks);
});

describe('changes', () => {
  it('switches a check off, and leaves the others as they were', () => {
    expect(read({ 'governance.tenancy': { enabled: false } })).toEqual(
      defaultChecks.filter(({ id }) => id !== 'governance.tenancy'),
    );
  });

  it.each([
    ['the weight', { weight: 5 }],
    ['what it is required for', { required: ['build-out', 'platform'] }],
    ['that it is not required', { required: [] }],
    ['the question', { question: 'Does a squad own it?' }],
    ['whom it is asked about', { appliesTo: { 'spec.type': 'service' } }],
    ['when an answer goes stale', { staleAfterDays: 2 }],
  ])('%s', (_name, given) => {
    const id = 'governance.owner';
    expect(readOne(id, given)).toEqual({ ...defaultOf(id), ...given });
  });

  it('one part of the fix', () => {
    const id = 'governance.security-review';
    const link = 'https://security.example.com/reviews';
    const { text } = defaultOf(id).fix;
    expect(readOne(id, { fix: { link } })?.fix).toEqual({ text, link });
    const { fix } = readOne(id, { fix: { text: 'Call them.' } })!;
    expect(fix).toEqual({ text: 'Call them.', link: 'entity' });
  });

  it('one of the numbers that a source goes by', () => {
    const id = 'headcount.enough-people';
    const options = { adoptersPerPerson: 10 };
    expect(readOne(id, { options })).toEqual({
      ...defaultOf(id),
      options: { people: 2, adoptersPerPerson: 10 },
    });
  });

  it('for how long an attestation holds, without another way to answer', () => {
    const id = 'governance.tenancy';
    const attestation = { maxDays: 90 };
    expect(readOne(id, { attestation })).toEqual({
      ...defaultOf(id),
      attestation,
    });
  });

  it.each([
    [
      'a report for what was attested alone',
      'governance.tenancy',
      { report: true },
      'A service reports it, or the owner attests it.',
    ],
    [
      'no attestation',
      'governance.security-review',
      { attestation: false },
      'A service reports it.',
    ],
    [
      'an attestation for what was looked at alone',
      'docs.lessons',
      { attestation: { maxDays: 30 } },
      'The portal finds it out, or the owner attests it.',
    ],
    [
      'a predicate instead of its source',
      'automation.monitoring',
      { predicate: { 'metadata.annotations.grafana': { $exists: true } } },
      'The catalog tells it, or a service reports it.',
    ],
  ])('who can answer, and says so: %s', (_name, id, given, answer) => {
    expect(readOne(id, given)?.answer).toBe(answer);
    expect(defaultOf(id).answer).not.toBe(answer);
  });

  it('no attestation any more', () => {
    const given = { attestation: false };
    const check = readOne('governance.security-review', given);
    expect(check).toMatchObject({ attestation: undefined, report: true });
  });

  it('the source to predicate, where one is given', () => {
    const predicate = { 'spec.lifecycle': 'production' };
    expect(readOne('docs.examples', { predicate })).toMatchObject({
      source: 'predicate',
      predicate,
    });
  });

  it('the checks of other modules too', () => {
    const other = { ...defaultOf('docs.examples'), id: 'acme.budget' };
    const [only, ...rest] = read({ 'acme.budget': { weight: 4 } }, [other]);
    expect(only).toEqual({ ...other, weight: 4 });
    expect(rest).toEqual([]);
  });
});

describe('adds', () => {
  it('a check that is attested, after the default ones', () => {
    const checks = read({
      'governance.register': { ...own, attestation: { maxDays: 365 } },
    });
    expect(checks.slice(0, defaultChecks.length)).toEqual(defaultChecks);
    expect(checks.slice(defaultChecks.length)).toEqual([
      {
        id: 'governance.register',
        ...own,
        answer: 'The owner attests it.',
        weight: 1,
        required: [],
        appliesTo: { kind: 'Pilot' },
        attestation: { maxDays: 365 },
        report: false,
        staleAfterDays: 7,
      },
    ]);
  });

  it('a check that a predicate answers, for another kind', () => {
    const predicate = {
      'metadata.annotations.sonarqube.org/project-key': { $exists: true },
    };
    const appliesTo = { kind: 'Component', 'spec.type': 'service' };
    const given = { ...own, predicate, appliesTo, weight: 2 };
    expect(readOne('automation.quality', given)).toEqual({
      id: 'automation.quality',
      ...own,
      answer: 'The catalog tells it.',
      weight: 2,
      required: [],
      appliesTo,
      source: 'predicate',
      predicate,
      attestation: undefined,
      report: false,
      staleAfterDays: 7,
    });
  });

  it('a check that is reported, which stays fresh for a month', () => {
    const required = ['platform'];
    const given = { ...own, report: true, required };
    expect(readOne('governance.licences', given)).toMatchObject({
      answer: 'A service reports it.',
      report: true,
      required,
      staleAfterDays: 30,
    });
  });

  it('none that is switched off', () => {
    const given = { ...own, report: true, enabled: false };
    expect(read({ 'governance.licences': given })).toEqual(defaultChecks);
  });
});

describe('refuses', () => {
  const reported = { ...own, report: true };

  it.each<[string, object, string]>([
    [
      'an unknown id',
      { 'docs.getting-startd': { weight: 2 } },
      'docs.getting-startd: is not a known check; did you mean docs.getting-started? A check of your own needs dimension and question',
    ],
    [
      'an unknown id that is switched off',
      { 'docs.getting-startd': { enabled: false } },
      'docs.getting-startd: is not a known check; did you mean docs.getting-started?',
    ],
    [
      'an id in capitals',
      { 'Docs.X': reported },
      'Docs.X: must be lower-case letters and digits, joined by single dots and dashes',
    ],
    [
      'an unknown operator in a predicate',
      {
        'docs.x': {
          ...own,
          predicate: { 'spec.type': { $matches: 'service' } },
        },
      },
      'docs.x.predicate: must be a filter predicate',
    ],
    [
      'an unknown operator at the root',
      { 'docs.x': { ...own, predicate: { $none: [] } } },
      'docs.x.predicate: must be a filter predicate',
    ],
    [
      'a text for a predicate',
      { 'docs.x': { ...own, predicate: 'production' } },
      'docs.x.predicate: must be a filter predicate such as { kind: Component }; its operators are $all',
    ],
    [
      'an unknown operator in what it applies to',
      { 'docs.examples': { appliesTo: { kind: { $is: 'API' } } } },
      'docs.examples.appliesTo: must be a filter predicate',
    ],
    [
      'a text for what it applies to',
      { 'docs.examples': { appliesTo: 'Component' } },
      'docs.examples.appliesTo: must be a filter predicate such as { kind: Component }; its operators are $all',
    ],
    [
      'a weight of 0',
      { 'docs.examples': { weight: 0 } },
      'docs.examples.weight: ',
    ],
    [
      'a phase without a gate',
      { 'docs.examples': { required: ['demand'] } },
      'docs.examples.required.0: must be build-out or platform: only these have a gate',
    ],
    [
      'an unknown field',
      { 'docs.examples': { weigth: 2 } },
      'docs.examples.weigth: is not a known key',
    ],
    ['a word behind a check', { 'docs.examples': 'off' }, 'docs.examples: '],
    [
      'another dimension of a default check',
      { 'docs.examples': { dimension: 'governance' } },
      'docs.examples.dimension: is docs for this check; leave it out',
    ],
    [
      'half a day of attestation',
      { 'governance.tenancy': { attestation: { maxDays: 0.5 } } },
      'governance.tenancy.attestation',
    ],
    [
      'a default check that nobody could answer',
      { 'governance.tenancy': { attestation: false } },
      'governance.tenancy: can be answered by nobody',
    ],
    [
      'an answer that is stale at once',
      { 'docs.examples': { staleAfterDays: 0 } },
      'docs.examples.staleAfterDays: ',
    ],
    [
      'a link that runs code',
      { 'docs.examples': { fix: { link: ['javascript', 'x()'].join(':') } } },
      'docs.examples.fix.link: must be an http or https link, a path that begins with /, or one of entity, edit, docs, create',
    ],
    [
      'an option that the check does not have',
      { 'headcount.enough-people': { options: { persons: 3 } } },
      'headcount.enough-people.options.persons: is not a known option; there are people, adoptersPerPerson',
    ],
    [
      'an option of a check that has none',
      { 'docs.examples': { options: { pages: 3 } } },
      'docs.examples.options.pages: is not a known option; this check has none',
    ],
    [
      'an option below 0',
      { 'headcount.two-operators': { options: { people: -2 } } },
      'headcount.two-operators.options.people: ',
    ],
    [
      'a check of your own without dimension',
      { 'x.y': { ...reported, dimension: undefined } },
      'x.y.dimension: must be one of governance, docs, automation, headcount',
    ],
    [
      'a check of your own without question',
      { 'x.y': { ...reported, question: undefined } },
      'x.y.question: must be a text',
    ],
    [
      'a check of your own without a fix',
      { 'x.y': { ...reported, fix: undefined } },
      'x.y.fix.text: must say how to fix it',
    ],
    [
      'a check of your own that nobody can answer',
      { 'x.y': own },
      'x.y: can be answered by nobody; give it a predicate, attestation or report',
    ],
    [
      'options of a check of your own',
      { 'x.y': { ...reported, options: { people: 1 } } },
      'x.y.options: is not for checks of your own; leave it out',
    ],
    ['a list of checks', [own], 'Invalid input'],
  ])('%s', (_name, checks, message) => {
    expect(() => read(checks)).toThrow(message);
    expect(() => read(checks)).toThrow(
      /^Invalid configuration: pilot\.readiness\.checks/,
    );
  });

  it('all that is bad at once', () => {
    expect(() =>
      read({ 'docs.examples': { weight: 'x' }, 'docs.lessons': { report: 7 } }),
    ).toThrow(/docs\.examples\.weight: .*docs\.lessons\.report: /);
  });
});

describe('beside the checks', () => {
  const config = (readiness: object) =>
    readPilotConfig(new ConfigReader({ pilot: { readiness } } as any));

  it.each([
    ['a limit of waivers', { waiverLimit: { days: 30 } }, { waiverDays: 30 }],
    ['a part of a day', { waiverLimit: '12h' }, { waiverDays: 1 }],
    ['an age', { refresh: '1h' }, { readinessRefresh: { seconds: 3600 } }],
    [
      'a check',
      { checks: { 'docs.examples': { enabled: false } } },
      { checks: defaultChecks.filter(({ id }) => id !== 'docs.examples') },
    ],
  ])('reads %s', (_name, readiness, expected) => {
    expect(config(readiness)).toMatchObject(expected);
  });

  it.each([
    [{ waiverLimit: 30 }, 'pilot.readiness.waiverLimit: must be a duration'],
    [
      { waiverLimit: { days: 0 } },
      'pilot.readiness.waiverLimit: must be above',
    ],
    [{ refresh: 'often' }, 'pilot.readiness.refresh: must be a duration'],
    [{ check: {} }, 'pilot.readiness.check: is not a known key'],
  ])('refuses %j', (readiness, message) => {
    expect(() => config(readiness)).toThrow(
      `Invalid configuration: ${message}`,
    );
  });
});

it.each([
  [{ teams: 1 }, { teams: 1, useCases: 3, score: 40 }],
  [
    { useCases: 0, score: 12.5 },
    { teams: 3, useCases: 0, score: 12.5 },
  ],
])('reads what the gate to build-out asks for: %j', (given, expected) => {
  const gates = { 'build-out': given };
  const config = new ConfigReader({ pilot: { decisions: { gates } } });
  expect(readPilotConfig(config).gates).toEqual({ 'build-out': expected });
});

it.each([
  [{ 'build-out': { teams: -1 } }, 'build-out.teams'],
  [{ 'build-out': { useCases: 1.5 } }, 'build-out.useCases'],
  [{ 'build-out': { score: 100 } }, 'build-out.score'],
  [{ platform: { teams: 1 } }, 'platform: is not a known key'],
])('refuses a gate of %j', (gates, message) => {
  const config = new ConfigReader({ pilot: { decisions: { gates } } });
  expect(() => readPilotConfig(config)).toThrow(
    `Invalid configuration: pilot.decisions.gates.${message}`,
  );
});
