import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_PILOT_INTEREST } from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';

/**
 * Facts of an interest that conditional decisions depend on.
 * @public
 */
export interface InterestResource {
  /** User ref */
  readonly author: string;
  /** Group ref */
  readonly team: string;
  /** Of the target: a Group or User ref, or `null`. */
  readonly owner: string | null;
}

/**
 * The same in a query: one of the values in the column.
 * @public
 */
export interface InterestCondition {
  readonly column: keyof InterestResource;
  readonly values: readonly string[];
}

/**
 * The resource type of interests, for the permissions registry.
 * @public
 */
export const pilotInterestResourceRef = createPermissionResourceRef<
  InterestResource,
  InterestCondition
>().with({ pluginId: 'pilot', resourceType: RESOURCE_TYPE_PILOT_INTEREST });

const refs = z.array(z.string());

/** Refs are kept in the catalog's spelling, and policies may write any; what a schema makes of parameters, nobody is given. */
const spelt = (values: readonly string[]) =>
  values.map(ref => ref.toLocaleLowerCase('en-US'));

const oneOf = <Key extends string>(key: Key, what: string) =>
  z.object({ [key]: refs.describe(what) } as Record<Key, typeof refs>);

const isAuthor = createPermissionRule({
  name: 'IS_INTEREST_AUTHOR',
  description: 'Allow interests recorded by one of the given users',
  resourceRef: pilotInterestResourceRef,
  paramsSchema: oneOf('userRefs', 'Refs of the users'),
  apply: ({ author }, { userRefs }) => spelt(userRefs).includes(author),
  toQuery: ({ userRefs }) => ({ column: 'author', values: spelt(userRefs) }),
});

const isTeamMember = createPermissionRule({
  name: 'IS_INTEREST_TEAM_MEMBER',
  description: 'Allow interests recorded for one of the given teams',
  resourceRef: pilotInterestResourceRef,
  paramsSchema: oneOf('teamRefs', 'Refs of the groups, such as the claims'),
  apply: ({ team }, { teamRefs }) => spelt(teamRefs).includes(team),
  toQuery: ({ teamRefs }) => ({ column: 'team', values: spelt(teamRefs) }),
});

const ownsTarget = createPermissionRule({
  name: 'OWNS_INTEREST_TARGET',
  description: 'Allow interests in entities owned by one of the given owners',
  resourceRef: pilotInterestResourceRef,
  paramsSchema: oneOf('ownerRefs', 'Refs of groups and users'),
  apply: ({ owner }, { ownerRefs }) =>
    owner !== null && spelt(ownerRefs).includes(owner),
  toQuery: ({ ownerRefs }) => ({ column: 'owner', values: spelt(ownerRefs) }),
});

/** The rules that a policy can combine. */
export const interestRules = { isAuthor, isTeamMember, ownsTarget };

const conditionExports = createConditionExports({
  resourceRef: pilotInterestResourceRef,
  rules: interestRules,
});

/**
 * Conditions about interests, for policies: `isAuthor({ userRefs })`,
 * `isTeamMember({ teamRefs })` and `ownsTarget({ ownerRefs })`.
 * @public
 */
export const pilotInterestConditions = conditionExports.conditions;

/**
 * The decision of a policy that conditions about interests make.
 * @public
 */
export const createPilotInterestConditionalDecision =
  conditionExports.createConditionalDecision;
