export { implementedByKinds } from './implementedByKinds';
export { pilotFieldNames } from './pilotSpecSchema';
export { PilotValidator } from './PilotValidator';
