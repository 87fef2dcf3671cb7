/**
 * Template actions by which a software template records a need.
 *
 * @packageDocumentation
 */
export { scaffolderModulePilot as default } from './module';
