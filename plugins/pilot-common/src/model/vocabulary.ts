/**
 * How much an interest presses. Weights: 1/3, 2/3 and 1.
 * @public
 */
export const urgencies = ['nice-to-have', 'important', 'critical'] as const;
/** One of {@link urgencies}. @public */
export type Urgency = (typeof urgencies)[number];

/**
 * Where an interest stands. `withdrawn` is its author's, every other one its
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
 * What a team does if the target does not come.
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
