/**
 * The backend of Pilot to Platform: records interest, computes demand, and the
 * conditions that a permission policy can put on interest.
 *
 * @packageDocumentation
 */

export {
  createPilotInterestConditionalDecision,
  pilotInterestConditions,
  pilotInterestResourceRef,
  type InterestCondition,
  type InterestResource,
} from './kernel/access/interestRules';
export { pilotPlugin as default } from './app/plugin';
