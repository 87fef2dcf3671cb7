export { teamsByAuthors, type TeamAuthor } from './teamsByAuthors';
export { gateNeeds, gateOf, nextGate, type GateInput } from './gates';
export { recommend, type RecommendInput } from './recommend';
export {
  isEnded,
  leadsTo,
  phaseAfter,
  transitionAllowed,
  type TransitionRefusal,
} from './transitions';
