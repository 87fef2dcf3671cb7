/**
 * Doubles for the tests of plugins that use `pilotServiceRef`.
 *
 * @packageDocumentation
 */

export {
  pilotServiceMethods,
  type AllInTheNameOf,
  type InTheNameOf,
  type PilotService,
  type PilotServiceOptions,
} from './PilotService';
export { pilotServiceMock } from './pilotServiceMock';
