/**
 * Template actions that register Pilots, record needs, report results of checks
 * and propose phases.
 *
 * @packageDocumentation
 */
export { scaffolderModulePilot as default } from './module';
