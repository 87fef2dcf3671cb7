import { pilotPermissions } from './permissions';

it('keeps the names and actions that policies refer to', () => {
  expect(
    pilotPermissions.map(({ name, type, attributes }) => [
      name,
      type,
      attributes.action,
    ]),
  ).toEqual([
    ['pilot.interest.read', 'basic', 'read'],
    ['pilot.interest.create', 'basic', 'create'],
    ['pilot.interest.create.onBehalf', 'basic', 'create'],
    ['pilot.interest.update', 'basic', 'update'],
    ['pilot.interest.triage', 'basic', 'update'],
    ['pilot.admin', 'basic', undefined],
  ]);
});
