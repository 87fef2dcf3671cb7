import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  pilotAdminPermission,
  pilotDecisionDecidePermission,
  pilotDecisionProposePermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
  pilotReadinessAttestPermission,
  pilotReadinessReadPermission,
  pilotReadinessReportPermission,
  pilotReadinessWaivePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { resourcesOf } from '../store/interests/findInterests';
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
    // Their resources are entities: the catalog decides on its own conditions.
    pilotReadinessReadPermission,
    pilotReadinessAttestPermission,
    pilotReadinessWaivePermission,
    pilotReadinessReportPermission,
    pilotDecisionProposePermission,
    pilotDecisionDecidePermission,
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
