import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { resourcesOf } from '../store/operations/interests';
import { interestRules, pilotInterestResourceRef } from './interestRules';

/** Tells the permission framework what there is to decide about. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  knex: Knex,
): void {
  registry.addPermissions([
    pilotInterestCreatePermission,
    pilotInterestCreateOnBehalfPermission,
    pilotAdminPermission,
  ]);
  registry.addResourceType({
    resourceRef: pilotInterestResourceRef,
    permissions: [
      pilotInterestReadPermission,
      pilotInterestUpdatePermission,
      pilotInterestTriagePermission,
    ],
    rules: Object.values(interestRules),
    getResources: ids => resourcesOf(knex, ids),
  });
}
