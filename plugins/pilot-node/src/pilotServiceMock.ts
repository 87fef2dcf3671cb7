import { ServiceFactory } from '@backstage/backend-plugin-api';
import { createServiceMock, ServiceMock } from '@backstage/backend-test-utils';
import { PilotService, pilotServiceMethods } from './PilotService';
import { pilotServiceRef } from './pilotServiceRef';

const mock: (partial?: Partial<PilotService>) => ServiceMock<PilotService> =
  createServiceMock(
    pilotServiceRef,
    () =>
      Object.fromEntries(
        pilotServiceMethods.map(name => [name, jest.fn()]),
      ) as unknown as jest.Mocked<PilotService>,
  );

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
