import { ScopeNames } from './ScopeNames';

const names = new ScopeNames(Buffer.alloc(32, 7));

describe('the name of what a notification is about', () => {
  const name = names.of('user:default/ana', 'merge:7');

  it('is the same for the same recipient and scope', () => {
    expect(names.of('user:default/ana', 'merge:7')).toBe(name);
    expect(name).toMatch(/^[\w-]{22}$/);
  });

  it.each([
    ['another recipient', names.of('user:default/ben', 'merge:7')],
    ['another scope', names.of('user:default/ana', 'merge:8')],
    [
      'another portal',
      new ScopeNames(Buffer.alloc(32, 8)).of('user:default/ana', 'merge:7'),
    ],
  ])('is another one for %s', (_name, other) => {
    expect(other).not.toBe(name);
  });
});
