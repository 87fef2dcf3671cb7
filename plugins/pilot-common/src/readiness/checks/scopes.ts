import type { CheckDefinition } from '../../model/check';

/** Pilots alone: it is about becoming a platform. */
export const pilots: CheckDefinition['appliesTo'] = { kind: 'Pilot' };

/** Everything that others can build on. */
export const buildable: CheckDefinition['appliesTo'] = {
  kind: { $in: ['Pilot', 'Component', 'API', 'Resource', 'System'] },
};

/** Entities that have an interface of their own. */
export const callable: CheckDefinition['appliesTo'] = {
  kind: { $in: ['Pilot', 'Component', 'API', 'System'] },
};

/** Entities that run somewhere. */
export const running: CheckDefinition['appliesTo'] = {
  kind: { $in: ['Pilot', 'Component', 'Resource'] },
};

/** A day's answers are fresh, a week without any is too long. */
export const automaticStaleDays = 7;

/**
 * Terms of a signature: a year at most for what people promise, half for what
 * changes faster.
 */
export const yearly = { maxDays: 365 };
export const halfYearly = { maxDays: 180 };
