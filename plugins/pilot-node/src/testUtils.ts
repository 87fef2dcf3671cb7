/**
 * Doubles for the tests of plugins that use `pilotServiceRef`.
 *
 * @packageDocumentation
 */

export type { PilotService, PilotServiceOptions } from './PilotService';
export { pilotServiceMock } from './pilotServiceMock';
