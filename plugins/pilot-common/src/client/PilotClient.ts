import { addMethods } from './addMethods';
import { interestEndpoints } from './endpoints';
import { PhaseClient } from './PhaseClient';
import type { PilotApi } from './PilotApi';

/**
 * The pilot plugin's API over HTTP, for frontends, backends and scripts. It
 * parses every answer: fields that it does not know are dropped, words that it
 * does not know stay as they are.
 * @public
 */
export class PilotClient extends PhaseClient {}

/**
 * Its methods.
 * @public
 */
export interface PilotClient extends PilotApi {}

addMethods(PilotClient, interestEndpoints);
