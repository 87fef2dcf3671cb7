import { isResourcePermission } from '@backstage/plugin-permission-common';
import { pilotPermissions } from './permissions';

it('keeps the names and actions that policies refer to', () => {
  expect(
    pilotPermissions.map(({ name, type, attributes }) => [
      name,
      type,
      attributes.action,
    ]),
  ).toEqual([
    ['pilot.interest.read', 'resource', 'read'],
    ['pilot.interest.create', 'basic', 'create'],
    ['pilot.interest.create.onBehalf', 'basic', 'create'],
    ['pilot.interest.update', 'resource', 'update'],
    ['pilot.interest.triage', 'resource', 'update'],
    ['pilot.admin', 'basic', undefined],
    ['pilot.readiness.read', 'resource', 'read'],
    ['pilot.readiness.attest', 'resource', 'update'],
    ['pilot.readiness.waive', 'resource', 'update'],
    ['pilot.readiness.report', 'resource', 'update'],
    ['pilot.decision.propose', 'resource', 'update'],
    ['pilot.decision.decide', 'resource', 'update'],
  ]);
});

it('lets policies use the rules of the catalog for readiness and decisions', () => {
  const types = pilotPermissions
    .filter(({ name }) => /^pilot\.(readiness|decision)\./.test(name))
    .map(each => isResourcePermission(each) && each.resourceType);
  expect(types).toEqual(Array(6).fill('catalog-entity'));
});
