import {
  AuthorizeResult,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  InterestCondition,
  InterestResource,
  interestRules,
} from './interestRules';

const rules = Object.values(interestRules);
const toCriteria = createConditionTransformer<InterestCondition>(rules as any);
const holds = createConditionAuthorizer(rules as any);

/**
 * Reach of a permission about interests: all of them, none, or those that its
 * conditions describe. One definition, for a single interest in memory and for
 * many in a query.
 */
export class ConditionalRight {
  readonly #decision: PolicyDecision;

  constructor(decision: PolicyDecision) {
    this.#decision = decision;
  }

  get isNone(): boolean {
    return this.#decision.result === AuthorizeResult.DENY;
  }

  get isAll(): boolean {
    return this.#decision.result === AuthorizeResult.ALLOW;
  }

  includes(interest: InterestResource): boolean {
    return holds(this.#decision, interest);
  }

  /** Conditions that narrow a query; nothing for all or none. */
  get criteria(): PermissionCriteria<InterestCondition> | undefined {
    return this.#decision.result === AuthorizeResult.CONDITIONAL
      ? toCriteria(this.#decision.conditions)
      : undefined;
  }
}
