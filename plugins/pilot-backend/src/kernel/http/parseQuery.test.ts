import {
  listDemandQuerySchema,
  listInterestsQuerySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { parseQuery } from './parseQuery';

it('gives refs in the spelling of the catalog, and what is usual', () => {
  expect(
    parseQuery(listDemandQuerySchema, {
      kind: ['Pilot'],
      owner: ['Group:Default/Partner-Tech'],
      team: 'payments',
    }),
  ).toEqual({
    kind: ['pilot'],
    owner: ['group:default/partner-tech'],
    team: 'group:default/payments',
    orderBy: '-score',
    limit: 50,
  });
  expect(parseQuery(listInterestsQuerySchema, { author: 'me' })).toEqual({
    author: 'me',
    limit: 50,
  });
});

it.each([
  [
    'a ref of several',
    listDemandQuerySchema,
    { owner: ['group:default/partner-tech', 'partner-tech'] },
    'owner: must be an entity ref such as group:default/partner-tech',
  ],
  [
    'a ref of another kind',
    listDemandQuerySchema,
    { team: 'user:default/priya' },
    'team: must name a group such as group:default/payments',
  ],
  [
    'neither me nor a person',
    listInterestsQuerySchema,
    { author: 'group:default/payments' },
    'author: must name a user such as user:default/payments',
  ],
  [
    'the first of two',
    listInterestsQuerySchema,
    { owner: 'x', target: 'orders' },
    'target: must be an entity ref such as api:default/orders',
  ],
  [
    'a word of a closed list',
    listDemandQuerySchema,
    { level: ['strong', 'weak'] },
    'level: must be one of none, faint, emerging, strong, proven',
  ],
])('refuses %s by the name of its parameter', (_, schema, query, message) => {
  expect(() => parseQuery(schema, query)).toThrow(message);
});
