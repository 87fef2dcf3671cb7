import { addMethods } from './addMethods';
import { readinessEndpoints } from './endpoints';
import { HttpClient } from './HttpClient';
import type { ReadinessApi } from './ReadinessApi';

/**
 * The part of the client that is about readiness.
 * @public
 */
export class ReadinessClient extends HttpClient {}

/**
 * Its methods.
 * @public
 */
export interface ReadinessClient extends ReadinessApi {}

addMethods(ReadinessClient, readinessEndpoints);
