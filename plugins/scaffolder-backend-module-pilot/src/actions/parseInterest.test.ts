import { InputError } from '@backstage/errors';
import { parseInterest } from './parseInterest';

const good = { target: 'api:default/orders', team: 'group:default/payments' };

describe('parseInterest', () => {
  it('gives full refs, and keeps what is said', () => {
    expect(
      parseInterest({
        target: 'API:Orders',
        team: 'Payments',
        ...{ useCase: ' Refunds ', contribute: false },
      }),
    ).toEqual({
      target: 'api:default/orders',
      interest: {
        team: 'group:default/payments',
        useCase: 'Refunds',
        contribute: false,
      },
    });
  });

  it.each([
    [
      'a target that is no ref',
      { target: 'orders' },
      'target: must be an entity ref such as api:default/orders',
    ],
    [
      'a team that is a person',
      { team: 'user:default/ada' },
      'team: must name a group such as group:default/payments',
    ],
    ['no team', { team: undefined }, /^team: .*expected string/],
    ['an unknown urgency', { urgency: 'high' }, /^urgency: .*nice-to-have/],
    [
      'a date of elsewhere',
      { neededBy: '1.3.2027' },
      /^neededBy: .*2027-03-01/,
    ],
    ['a key with blanks', { useCaseKey: 'a b' }, /^useCaseKey: must be a slug/],
    ['a field that is none', { usecase: 'Refunds' }, /"usecase"/],
  ])('refuses %s', (_, bad, message) => {
    const act = () => parseInterest({ ...good, ...bad } as typeof good);
    expect(act).toThrow(InputError);
    expect(act).toThrow(message);
  });

  it('names all that is bad at once', () => {
    expect(() => parseInterest({ target: 'orders', team: 'a:b:c/d' })).toThrow(
      /^target: .*; team: /,
    );
  });
});
