export { applicableChecks, holds } from './applicable';
export {
  assessReadiness,
  type ReadinessAssessment,
  type ReadinessInput,
} from './assess';
export type { AssessedCheck } from './AssessedCheck';
export type {
  CheckAnswer,
  GivenAnswer,
  StandingAttestation,
  StandingWaiver,
} from './answers';
export { defaultChecks } from './checks';
export { expiringAnswers, type ExpiringAnswer } from './expiring';
export { recentOwners, underOwners, type OwnedSince } from './owners';
