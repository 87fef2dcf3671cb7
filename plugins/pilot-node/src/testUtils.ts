/**
 * Doubles for the tests of plugins that use `pilotServiceRef`.
 *
 * @packageDocumentation
 */

export { pilotServiceMock } from './pilotServiceMock';
