/**
 * The Pilot kind in the catalog, and recorded interest as relations.
 *
 * @packageDocumentation
 */
export { catalogModulePilot as default } from './module';
