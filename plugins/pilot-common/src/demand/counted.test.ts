import { interestOf } from './__testUtils__/asks';
import { adoptersOf, isCounted, isInternal } from './counted';

describe('isInternal', () => {
  const ask = { team: 'group:default/payments', author: 'user:default/ada' };

  it.each([
    ['nobody owns', [null], false],
    ['another team owns', ['group:default/search'], false],
    ['the team owns', ['group:default/payments'], true],
    ['the author owns', ['user:default/ada'], true],
    ['another person owns', ['user:default/bo'], false],
    ['a group with a longer name owns', ['group:default/payments-eu'], false],
    ['the second owner is the team', [null, 'group:default/payments'], true],
    ['no owners', [], false],
  ])('%s', (_name, owners, expected) => {
    expect(isInternal(ask, owners)).toBe(expected);
  });
});

describe('isCounted', () => {
  it.each([
    ['open', {}, true],
    ['acknowledged', { status: 'acknowledged' }, true],
    ['planned', { status: 'planned' }, true],
    ['adopted', { status: 'adopted' }, true],
    ['declined', { status: 'declined' }, false],
    ['withdrawn', { withdrawn: true }, false],
    ['adopted, then withdrawn', { status: 'adopted', withdrawn: true }, false],
  ] as const)('%s', (_name, state, expected) => {
    expect(isCounted(interestOf({ id: '1', ...state }))).toBe(expected);
    const internal = interestOf({ id: '1', ...state }, { internal: true });
    expect(isCounted(internal)).toBe(false);
  });
});

describe('adoptersOf', () => {
  it.each([
    ['adopted', { status: 'adopted' }, {}, true],
    ['adopted from a part', { status: 'adopted' }, { target: 'api:d/x' }, true],
    ['planned', { status: 'planned' }, {}, false],
    ['withdrawn', { status: 'adopted', withdrawn: true }, {}, false],
    ['internal', { status: 'adopted' }, { internal: true }, false],
  ] as const)('%s', (_name, state, rest, expected) => {
    const adopters = adoptersOf([interestOf({ id: '1', ...state }, rest)]);
    expect(adopters.has('group:default/payments')).toBe(expected);
  });
});
