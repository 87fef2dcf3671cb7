import { ActionKernel } from '../kernel/actions/registerAction';
import type { Services } from './createServices';
import { features } from './features';

/**
 * Registers what language models and templates can do: the same as the routes,
 * through the same door, with the rights of whoever calls.
 */
export function registerActions(services: ActionKernel & Services): void {
  features.demand.actions.forEach(register => register(services));
  features.interest.actions.forEach(register => register(services));
  features.readiness.actions.forEach(register => register(services));
  features.pilots.actions.forEach(register => register(services));
  features.duplicates.actions.forEach(register => register(services));
}
