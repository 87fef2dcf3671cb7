import { isPilotEntity } from './pilot';

describe('isPilotEntity', () => {
  it.each([
    ['a Pilot', 'pilot-to-platform/v1alpha1', 'Pilot', true],
    ['in lower case', 'pilot-to-platform/v1alpha1', 'pilot', true],
    ['of a later version', 'pilot-to-platform/v2', 'Pilot', false],
    ['of somebody else', 'example.com/v1alpha1', 'Pilot', false],
    ['a Component', 'backstage.io/v1alpha1', 'Component', false],
  ])('%s', (_name, apiVersion, kind, expected) => {
    const metadata = { name: 'sharing' };
    expect(isPilotEntity({ apiVersion, kind, metadata })).toBe(expected);
  });
});
