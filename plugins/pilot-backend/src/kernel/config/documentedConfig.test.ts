import { ConfigReader } from '@backstage/config';
import { defaultChecks } from '@pilot-to-platform/plugin-pilot-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readPilotConfig } from './config';

const root = resolve(__dirname, '../../../../..');
const textOf = (file: string) => readFileSync(resolve(root, file), 'utf8');
const read = (config: object) =>
  readPilotConfig(new ConfigReader(config as any));
const defaults = read({});

/** The pieces of configuration that a page shows. */
const shownIn = (page: string): any[] =>
  [...textOf(page).matchAll(/```yaml\n(.*?)```/gs)]
    .map(([, yaml]) => parse(yaml))
    .filter(shown => shown?.pilot);

it('lists every default as it is', () => {
  const [listed] = shownIn('docs/config.md');
  expect(Object.keys(listed.pilot)).toEqual([
    'interest',
    'demand',
    'readiness',
    'decisions',
    'privacy',
    'notifications',
    'catalog',
    'limits',
  ]);
  expect(read(listed)).toEqual(defaults);
});

it('writes defaults down to be found', () => {
  const { pilot } = parse(textOf('app-config.yaml'));
  expect(pilot).toMatchObject({
    readiness: { refresh: expect.anything(), waiverLimit: expect.anything() },
    decisions: { approvers: [], gates: expect.anything() },
  });
  expect(read({ pilot })).toEqual(defaults);
});

it('says how much notifications may hold, which depends on the permissions', () => {
  const [, line] = textOf('app-config.yaml').match(
    /^ {2}# (notifications: \{ details.*)$/m,
  )!;
  const { messageDetails } = read({ pilot: parse(line) });
  expect(messageDetails).toBe('known');
});

it('shows what can be uncommented', () => {
  const [, block] = textOf('app-config.yaml').match(
    /^( {4}# checks:\n(?: {4}#.*\n)+)/m,
  )!;
  const readiness = parse(block.replace(/^ {4}# /gm, ''));
  const { checks } = read({ pilot: { readiness } });
  expect(checks).toHaveLength(defaultChecks.length - 1);
  expect(checks.find(({ id }) => id === 'docs.examples')).toMatchObject({
    weight: 2,
    required: [],
  });
});

describe('docs/readiness.md', () => {
  const [changed, added] = shownIn('docs/readiness.md');

  it('changes the default checks as it says', () => {
    const { checks } = read(changed);
    const of = (id: string) => checks.find(check => check.id === id);
    expect(checks).toHaveLength(defaultChecks.length - 1);
    expect(of('governance.cost-allocation')).toBeUndefined();
    expect(of('docs.examples')).toMatchObject({ weight: 2, required: [] });
    expect(of('governance.security-review')).toMatchObject({
      required: ['build-out', 'platform'],
      fix: { link: 'https://security.example.com/reviews' },
    });
    expect(of('headcount.enough-people')?.options).toEqual({
      people: 2,
      adoptersPerPerson: 6,
    });
    expect(of('automation.monitoring')?.source).toBe('predicate');
  });

  it('adds checks as it says', () => {
    expect(
      read(added)
        .checks.slice(defaultChecks.length)
        .map(({ id, answer, staleAfterDays }) => [id, answer, staleAfterDays]),
    ).toEqual([
      ['governance.register', 'The owner attests it.', 7],
      ['automation.lifecycle', 'The catalog tells it.', 7],
      ['governance.licences', 'A service reports it.', 14],
    ]);
  });
});
