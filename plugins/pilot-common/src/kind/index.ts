export { editDistance } from './editDistance';
export { implementedByKinds } from './implementedByKinds';
export { mirroredFacts } from './mirroredFacts';
export { ANNOTATION_IMPLEMENTS, namedPilots } from './namedPilots';
export { ANNOTATION_DECLARED_PHASE, phaseDeclaredBy } from './phaseDeclaredBy';
export { pilotFieldNames } from './pilotSpecSchema';
export { PilotValidator } from './PilotValidator';
