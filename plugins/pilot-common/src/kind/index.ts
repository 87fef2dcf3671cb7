export { implementedByKinds } from './implementedByKinds';
export { mirroredFacts } from './mirroredFacts';
export { ANNOTATION_IMPLEMENTS, namedPilots } from './namedPilots';
export { pilotFieldNames } from './pilotSpecSchema';
export { PilotValidator } from './PilotValidator';
