import { implementedByKinds } from './implementedByKinds';

const usual = ['Component', 'API', 'Resource', 'System'];

describe('implementedByKinds', () => {
  it.each([
    [
      'the defaults',
      ['Pilot', 'Component', 'API', 'Resource', 'System'],
      usual,
    ],
    ['kinds left out for interest', ['Pilot'], usual],
    [
      'a kind added for interest',
      ['Pilot', 'Template'],
      [...usual, 'Template'],
    ],
    ['the same kinds in small letters', ['pilot', 'api'], usual],
  ])('%s', (_name, allowedKinds, expected) => {
    expect(implementedByKinds(allowedKinds)).toEqual(expected);
  });
});
