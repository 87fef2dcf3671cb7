import { addMethods } from './addMethods';
import { phaseEndpoints } from './endpoints';
import type { PhaseApi } from './PhaseApi';
import { ReadinessClient } from './ReadinessClient';

/**
 * The part of the client that is about phases, decisions and adoption.
 * @public
 */
export class PhaseClient extends ReadinessClient {}

/**
 * Its methods.
 * @public
 */
export interface PhaseClient extends PhaseApi {}

addMethods(PhaseClient, phaseEndpoints);
