export { startBackend } from './startBackend';
export type { RunningBackend } from './startBackend';
