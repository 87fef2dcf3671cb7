import { ServiceFactory } from '@backstage/backend-plugin-api';
import { createServiceMock, ServiceMock } from '@backstage/backend-test-utils';
import { PilotService } from './PilotService';
import { pilotServiceRef } from './pilotServiceRef';

const mock: (partial?: Partial<PilotService>) => ServiceMock<PilotService> =
  createServiceMock(pilotServiceRef, () => ({
    getDemand: jest.fn(),
    listDemand: jest.fn(),
    getDemandByRefs: jest.fn(),
    getDemandHistory: jest.fn(),
    findSimilar: jest.fn(),
    getFragmentation: jest.fn(),
    recordInterest: jest.fn(),
    listInterests: jest.fn(),
    withdrawInterest: jest.fn(),
    confirmInterest: jest.fn(),
    setInterestStatus: jest.fn(),
    listChecks: jest.fn(),
    getReadiness: jest.fn(),
    getReadinessByRefs: jest.fn(),
    collectReadiness: jest.fn(),
    attestCheck: jest.fn(),
    revokeAttestation: jest.fn(),
    waiveCheck: jest.fn(),
    revokeWaiver: jest.fn(),
    getReadinessLog: jest.fn(),
    reportResults: jest.fn(),
    listPilots: jest.fn(),
    getPilot: jest.fn(),
    proposePhase: jest.fn(),
    decideProposal: jest.fn(),
    withdrawProposal: jest.fn(),
    listDecisions: jest.fn(),
    getAdoption: jest.fn(),
    rateSatisfaction: jest.fn(),
    getPolicy: jest.fn(),
  }));

const factory = (
  partial?: Partial<PilotService>,
): ServiceFactory<PilotService> => mock(partial).factory;

/**
 * Doubles of the pilot service for tests. `mock` gives one whose methods are
 * jest mocks that do what is given for them, or else nothing; its `factory`, or
 * `pilotServiceMock.factory` at once, is a feature for a test backend.
 * @public
 */
export const pilotServiceMock = { mock, factory };
