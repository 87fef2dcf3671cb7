/**
 * Urgencies of an interest. Weights: 1/3, 2/3 and 1.
 * @public
 */
export const urgencies = ['nice-to-have', 'important', 'critical'] as const;
/** One of {@link urgencies}. @public */
export type Urgency = (typeof urgencies)[number];

/**
 * Statuses of an interest. `withdrawn` is its author's, every other one its
 * target's owner sets.
 * @public
 */
export const interestStatuses = [
  'open',
  'acknowledged',
  'planned',
  'adopted',
  'declined',
  'withdrawn',
] as const;
/** One of {@link interestStatuses}. @public */
export type InterestStatus = (typeof interestStatuses)[number];

/**
 * Plans of a team if the target does not come.
 * @public
 */
export const otherwises = ['wait', 'build-own', 'built-own', 'buy'] as const;
/** One of {@link otherwises}. @public */
export type Otherwise = (typeof otherwises)[number];

/**
 * The demand score in words, from nothing counted to more than proven enough.
 * @public
 */
export const demandLevels = [
  'none',
  'faint',
  'emerging',
  'strong',
  'proven',
] as const;
/** One of {@link demandLevels}. @public */
export type DemandLevel = (typeof demandLevels)[number];

/**
 * The phases of a Pilot: the first two are derived, the others decided.
 * @public
 */
export const phases = [
  'pilot',
  'demand',
  'build-out',
  'platform',
  'point-solution',
  'retired',
] as const;
/** One of {@link phases}. @public */
export type Phase = (typeof phases)[number];

/**
 * Transitions that a proposal can ask for: a phase that is decided, or
 * `reopen`, which goes back to the derived phase.
 * @public
 */
export const phaseTransitions = [
  'build-out',
  'platform',
  'point-solution',
  'retired',
  'reopen',
] as const;
/** One of {@link phaseTransitions}. @public */
export type PhaseTransition = (typeof phaseTransitions)[number];

/**
 * Dimensions of readiness, in the order in which they are shown.
 * @public
 */
export const dimensions = [
  'governance',
  'docs',
  'automation',
  'headcount',
] as const;
/** One of {@link dimensions}. @public */
export type Dimension = (typeof dimensions)[number];

/**
 * Results of a check. `unknown` is neither a pass nor a failure.
 * @public
 */
export const verdicts = [
  'pass',
  'fail',
  'unknown',
  'notApplicable',
  'waived',
] as const;
/** One of {@link verdicts}. @public */
export type Verdict = (typeof verdicts)[number];

/**
 * Recommendations for a Pilot. `continue` is for a phase in which nothing but
 * the work at hand is called for.
 * @public
 */
export const recommendations = [
  'gather-demand',
  'invest',
  'point-solution',
  'hand-off',
  'launch',
  'revisit',
  'retire',
  'continue',
] as const;
/** One of {@link recommendations}. @public */
export type RecommendationCode = (typeof recommendations)[number];

/**
 * The kinds that an interest can be for unless `pilot.interest.allowedKinds`
 * says otherwise.
 * @public
 */
export const defaultAllowedKinds = [
  'Pilot',
  'Component',
  'API',
  'Resource',
  'System',
] as const;
