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
  ]);
});
