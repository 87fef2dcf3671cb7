import { namedPilots } from './namedPilots';

it.each<[string, unknown, string[]]>([
  ['nothing', undefined, []],
  ['an empty text', ' ', []],
  ['a full ref', 'pilot:default/flags', ['pilot:default/flags']],
  ['a name', 'flags', ['pilot:apps/flags']],
  ['a ref without namespace', 'pilot:flags', ['pilot:apps/flags']],
  ['a ref without kind', 'default/flags', ['pilot:default/flags']],
  [
    'several, and the same again in another spelling',
    ' Flags ,PILOT:Default/Search, pilot:apps/flags',
    ['pilot:apps/flags', 'pilot:default/search'],
  ],
  ['an empty place in a list', 'flags,,', ['pilot:apps/flags']],
  ['what is no Pilot', 'component:default/flags', []],
  ['what is no ref, beside one', 'a:b:c, flags', ['pilot:apps/flags']],
  ['what is no text', ['pilot:default/flags'], []],
])('reads %s', (_, value, expected) => {
  const annotations = { 'pilot-to-platform/implements': value as string };
  expect(
    namedPilots({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'server', namespace: 'apps', annotations },
    }),
  ).toEqual(expected);
});

it('takes the default namespace where the entity has none', () => {
  const annotations = { 'pilot-to-platform/implements': 'flags' };
  expect(
    namedPilots({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'server', annotations },
    }),
  ).toEqual(['pilot:default/flags']);
});
