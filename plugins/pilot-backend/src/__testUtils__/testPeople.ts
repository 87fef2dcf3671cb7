import { mockServices } from '@backstage/backend-test-utils';
import { TestCatalog } from './testCatalog';

/** The people of the test portal and the groups that they belong to. */
export const people = {
  ana: ['group:default/payments'],
  ben: ['group:default/payments', 'group:default/checkout'],
  cleo: ['group:default/ads'],
  dana: ['group:default/partner-tech'],
  olga: ['group:default/partner-tech', 'group:default/architects'],
  sam: [],
} as const;

export type Person = keyof typeof people;

/** Everybody else belongs to the group that their name ends with, after a dot. */
const groupsOf = (person: string): readonly string[] =>
  people[person as Person] ??
  person
    .split('.')
    .slice(1)
    .map(team => `group:default/${team}`);

export function userInfo(catalog: TestCatalog) {
  return mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { userEntityRef } = (credentials as any).principal;
      const groups = groupsOf(userEntityRef.split('/')[1]);
      catalog.ensure(groups);
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...groups],
      };
    },
  }).factory;
}
