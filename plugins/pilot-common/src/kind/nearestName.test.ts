import { nearestName } from './nearestName';

const known = ['owner', 'phase', 'problem', 'implementedBy', 'build-out'];

describe('nearestName', () => {
  it.each([
    ['a letter missing', 'implementdBy', 'implementedBy'],
    ['a letter too many', 'ownerr', 'owner'],
    ['other capitals', 'Owner', 'owner'],
    ['a dash missing', 'buildout', 'build-out'],
    ['two letters swapped', 'phaes', 'phase'],
    ['nothing alike', 'lifecycle', undefined],
    ['no name at all', '', undefined],
  ])('%s', (_name, name, expected) => {
    expect(nearestName(name, known)).toBe(expected);
  });
});
