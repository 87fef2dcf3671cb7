/**
 * The kind Pilot for catalogs that work with model layers, which are an alpha
 * feature of Backstage.
 *
 * @packageDocumentation
 */

export { pilotCatalogModelLayer } from './model/pilotCatalogModelLayer';
