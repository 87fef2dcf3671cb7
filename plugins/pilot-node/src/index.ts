/**
 * The service that other backend plugins use to talk to Pilot to Platform.
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
export { pilotServiceRef } from './pilotServiceRef';
export {
  pilotReadinessExtensionPoint,
  type PilotReadinessExtensionPoint,
  type ReadinessSource,
  type ReadinessSubject,
  type SourceAnswer,
} from './readiness';
