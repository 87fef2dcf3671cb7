import type {
  PhaseApi,
  ReadinessApi,
} from '@pilot-to-platform/plugin-pilot-common';
import { refused } from './refused';

const unknown = async () => {
  throw await refused(404, 'Nothing is known');
};

/** The part of the API that is about readiness and phases: it knows nothing. */
export class FakePhaseApi implements ReadinessApi, PhaseApi {
  listChecks = jest.fn(unknown);
  getReadiness = jest.fn(unknown);
  getReadinessCsv = jest.fn(unknown);
  getReadinessByRefs = jest.fn(unknown);
  collectReadiness = jest.fn(unknown);
  attestCheck = jest.fn(unknown);
  revokeAttestation = jest.fn(unknown);
  waiveCheck = jest.fn(unknown);
  revokeWaiver = jest.fn(unknown);
  reportResults = jest.fn(unknown);
  getReadinessLog = jest.fn(unknown);
  listPilots = jest.fn(unknown);
  listPilotsCsv = jest.fn(unknown);
  getPilot = jest.fn(unknown);
  proposePhase = jest.fn(unknown);
  decideProposal = jest.fn(unknown);
  withdrawProposal = jest.fn(unknown);
  listDecisions = jest.fn(unknown);
  listDecisionsCsv = jest.fn(unknown);
  getAdoption = jest.fn(unknown);
  rateSatisfaction = jest.fn(unknown);
}
