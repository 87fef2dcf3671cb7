/**
 * The button **I need this** in the header of every entity page.
 *
 * @packageDocumentation
 */

export { catalogModulePilot as default } from './catalogModulePilot';
