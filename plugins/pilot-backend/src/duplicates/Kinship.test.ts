import { Kinship } from './Kinship';

const entity = (ref: string, relations: Record<string, string[]>) => {
  const [kind, name] = ref.split(':default/');
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name },
    relations: Object.entries(relations).flatMap(([type, refs]) =>
      refs.map(targetRef => ({ type, targetRef })),
    ),
  };
};
const files = 'pilot:default/files';
const api = 'api:default/files';
const server = 'component:default/server';
const library = 'component:default/library';
const other = 'pilot:default/other';
const reports = 'pilot:default/reports';

const kinship = new Kinship();
for (const each of [
  entity(files, { implementedBy: [api], dependsOn: [server] }),
  entity(api, { partOf: ['system:default/sharing'] }),
  entity(server, { partOf: ['system:default/sharing'] }),
  entity(library, { partOf: [server], ownedBy: ['group:default/data'] }),
  entity(other, {}),
  entity(reports, { ownedBy: ['group:default/data'] }),
]) {
  kinship.add(each);
}

it.each([
  ['what implements a Pilot', [files, api], []],
  ['what a Pilot depends on', [server, files], []],
  ['a part of a Component', [library, server], []],
  ['two of one System', [api, server], []],
  ['a whole and its part beside another', [api, files, other], [files, other]],
  ['a part whose whole is not there', [api, other], [api, other]],
  [
    'two that have nothing to do with each other',
    [library, other],
    [library, other],
  ],
  ['two of one owner', [library, reports], []],
  [
    'two of one owner beside another',
    [library, reports, other],
    [library, reports, other],
  ],
  ['two that nobody owns', [files, other], [files, other]],
  ['one', [files], []],
])('makes of %s what could be one', (_, refs, expected) => {
  expect(kinship.unrelated(refs)).toEqual(expected);
});
