import type { CheckDefinition } from '../../model/check';

/** Pilots alone: it is about becoming a platform. */
export const pilots: CheckDefinition['appliesTo'] = { kind: 'Pilot' };

/** Everything that others can build on. */
export const buildable: CheckDefinition['appliesTo'] = {
  kind: { $in: ['Pilot', 'Component', 'API', 'Resource', 'System'] },
};

/** What has an interface of its own. */
export const callable: CheckDefinition['appliesTo'] = {
  kind: { $in: ['Pilot', 'Component', 'API', 'System'] },
};

/** What runs somewhere. */
export const running: CheckDefinition['appliesTo'] = {
  kind: { $in: ['Pilot', 'Component', 'Resource'] },
};

/** A day's answers are fresh, a week without any is too long. */
export const automaticStaleDays = 7;

/** What people promise holds for a year at most, what changes faster for half. */
export const yearly = { maxDays: 365 };
export const halfYearly = { maxDays: 180 };
