/**
 * Types, schemas, permissions, engines and the typed client of Pilot to
 * Platform.
 *
 * @packageDocumentation
 */

export * from './adoption';
export * from './client';
export * from './decisions';
export * from './demand';
export * from './kind';
export * from './model';
export * from './permissions';
export * from './readiness';
export * from './similar';
