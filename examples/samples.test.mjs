import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as model from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { readSamples, refOf } from './readSamples.mjs';

const samples = readSamples();
const entities = samples.map(({ entity }) => entity);
const byRef = new Map(entities.map(entity => [refOf(entity), entity]));
const ofKind = kind => entities.filter(entity => entity.kind === kind);

// Where the catalog expects refs, and the kind it assumes for a short one.
const refFields = {
  owner: 'group',
  parent: 'group',
  memberOf: 'group',
  system: 'system',
  domain: 'domain',
  providesApis: 'api',
  consumesApis: 'api',
  dependsOn: undefined,
  implementedBy: undefined,
};

const catalogKinds = {
  API: model.apiEntityV1alpha1Validator,
  Component: model.componentEntityV1alpha1Validator,
  Domain: model.domainEntityV1alpha1Validator,
  Group: model.groupEntityV1alpha1Validator,
  Resource: model.resourceEntityV1alpha1Validator,
  System: model.systemEntityV1alpha1Validator,
  Template: templateEntityV1beta3Validator,
  User: model.userEntityV1alpha1Validator,
};

test('every sample is an entity that the catalog takes', async () => {
  const policy = model.EntityPolicies.allOf([
    new model.SchemaValidEntityPolicy(),
    new model.NoForeignRootFieldsEntityPolicy(),
    new model.FieldFormatEntityPolicy(),
  ]);
  for (const { file, entity } of samples) {
    const where = `${file}: ${refOf(entity)}`;
    await assert.doesNotReject(policy.enforce(entity), where);
    if (entity.kind !== 'Pilot') {
      assert.equal(await catalogKinds[entity.kind].check(entity), true, where);
    }
  }
});

test('no two samples share a ref', () => {
  assert.equal(byRef.size, entities.length);
});

test('every ref leads to a sample', () => {
  const broken = entities.flatMap(entity =>
    Object.entries(refFields).flatMap(([field, defaultKind]) =>
      [entity.spec[field] ?? []]
        .flat()
        .map(ref =>
          model.stringifyEntityRef(model.parseEntityRef(ref, { defaultKind })),
        )
        .filter(ref => !byRef.has(ref))
        .map(ref => `${refOf(entity)}: ${field} ${ref}`),
    ),
  );
  assert.deepEqual(broken, []);
});

test('twelve teams stand in four divisions of one organisation', () => {
  const groups = type => ofKind('Group').filter(g => g.spec.type === type);
  const [organisation, ...others] = groups('organization');
  assert.deepEqual(others, []);
  const divisions = groups('division');
  assert.equal(divisions.length, 4);
  for (const { spec } of divisions) {
    assert.equal(spec.parent, organisation.metadata.name);
  }
  const teams = groups('team');
  assert.equal(teams.length, 12);
  for (const division of divisions) {
    const own = teams.filter(t => t.spec.parent === division.metadata.name);
    assert.equal(own.length, 3, division.metadata.name);
  }
});

test('every team has a member', () => {
  const staffed = new Set(ofKind('User').flatMap(user => user.spec.memberOf));
  const empty = ofKind('Group')
    .filter(group => group.spec.type === 'team')
    .filter(group => !staffed.has(group.metadata.name));
  assert.deepEqual(empty, []);
});

for (const [role, name, memberOf] of [
  ['an engineer on another team than the pilot’s', 'priya', ['payments']],
  ['a member of the pilot team', 'dana', ['partner-tech']],
  ['an approver', 'ada', ['developer-experience', 'pilot-approvers']],
  ['an architect', 'ines', ['architects']],
  ['somebody in two teams', 'robin', ['ads', 'pricing']],
  ['somebody in none', 'sam', []],
  ['a contractor', 'casey', ['delivery', 'contractors']],
]) {
  test(`${name} signs in as ${role}`, () => {
    assert.deepEqual(
      byRef.get(`user:default/${name}`)?.spec.memberOf,
      memberOf,
    );
  });
}

for (const pilot of ofKind('Pilot')) {
  test(`the Pilot ${pilot.metadata.name} is one team's and solves a problem`, () => {
    const { owner, problem, manualSteps = [] } = pilot.spec;
    assert.match(owner, /^group:/);
    assert.ok(problem.length > 40);
    const ids = manualSteps.map(step => step.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(manualSteps.every(step => step.minutes > 0));
  });
}

test('Pilots are in every phase that can be declared and not derived', () => {
  const phases = ofKind('Pilot').map(({ spec }) => spec.phase);
  assert.ok(phases.length >= 14);
  assert.deepEqual([...new Set(phases)].sort(), [
    'build-out',
    'pilot',
    'platform',
    'point-solution',
    'retired',
  ]);
});

test('three Pilots share one capability, and two another', () => {
  const having = capability =>
    ofKind('Pilot')
      .filter(({ spec }) => spec.capability === capability)
      .map(({ metadata }) => metadata.name)
      .sort();
  assert.deepEqual(having('data-sharing'), [
    'delta-sharing',
    'nightly-extracts',
    'partner-exports',
  ]);
  assert.deepEqual(having('experiments'), [
    'price-experiments',
    'ranking-experiments',
  ]);
});

test('one Pilot is confidential', () => {
  const confidential = entities
    .filter(
      ({ metadata }) =>
        metadata.annotations?.['linden.example.com/confidential'],
    )
    .map(refOf);
  assert.deepEqual(confidential, ['pilot:default/chargeback-signals']);
});

test('every API definition is OpenAPI', () => {
  for (const api of ofKind('API')) {
    const document = parse(api.spec.definition);
    assert.match(document.openapi, /^3\.1\./, api.metadata.name);
    assert.ok(Object.keys(document.paths).length > 0, api.metadata.name);
  }
});

test('the suite describes each of its packages', () => {
  const described = samples
    .filter(({ file }) => file === '../catalog-info.yaml')
    .filter(({ entity }) => entity.kind === 'Component')
    .map(({ entity }) => entity.metadata.name);
  const packages = ['plugins', 'packages'].flatMap(folder => {
    const url = new URL(`../${folder}/`, import.meta.url);
    return readdirSync(url)
      .map(name => new URL(`${name}/package.json`, url))
      .filter(file => existsSync(file))
      .map(file => JSON.parse(readFileSync(file, 'utf8')).name)
      .map(name => name.split('/')[1] ?? `pilot-portal-${name}`);
  });
  assert.deepEqual(described.sort(), packages.sort());
});

test('there are four templates of the suite, and one for each step that a template automates', () => {
  const templates = ofKind('Template').map(refOf);
  assert.deepEqual(templates.slice(0, 4), [
    'template:default/register-pilot',
    'template:default/record-need',
    'template:default/report-check-result',
    'template:default/propose-phase',
  ]);
  const automating = ofKind('Pilot')
    .flatMap(({ spec }) => spec.manualSteps ?? [])
    .map(({ automatedBy }) => automatedBy)
    .filter(ref => ref?.startsWith('template:'));
  assert.deepEqual(automating.sort(), templates.slice(4).sort());
});

test('every step of a template gives its action what it knows, from parameters that there are', () => {
  for (const { metadata, spec } of ofKind('Template')) {
    const known = spec.parameters.flatMap(({ properties }) =>
      Object.keys(properties),
    );
    const used = [
      ...JSON.stringify(spec.steps).matchAll(/parameters\.(\w+)/g),
    ].map(([, name]) => name);
    assert.ok(used.length > 0, metadata.name);
    const unknown = used.filter(name => !known.includes(name));
    assert.deepEqual(unknown, [], metadata.name);
  }
});
