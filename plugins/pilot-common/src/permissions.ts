import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of an interest, for conditional decisions.
 * @public
 */
export const RESOURCE_TYPE_PILOT_INTEREST = 'pilot-interest';

/**
 * To see interests, demand and history.
 * @public
 */
export const pilotInterestReadPermission = createPermission({
  name: 'pilot.interest.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PILOT_INTEREST,
});

/**
 * To record an interest for a team one belongs to.
 * @public
 */
export const pilotInterestCreatePermission = createPermission({
  name: 'pilot.interest.create',
  attributes: { action: 'create' },
});

/**
 * To record an interest for a team one does not belong to.
 * @public
 */
export const pilotInterestCreateOnBehalfPermission = createPermission({
  name: 'pilot.interest.create.onBehalf',
  attributes: { action: 'create' },
});

/**
 * To change, confirm and withdraw one's own interest.
 * @public
 */
export const pilotInterestUpdatePermission = createPermission({
  name: 'pilot.interest.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PILOT_INTEREST,
});

/**
 * To set the status of interests for a target that one owns.
 * @public
 */
export const pilotInterestTriagePermission = createPermission({
  name: 'pilot.interest.triage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PILOT_INTEREST,
});

/**
 * To export and import everything, see orphaned interest and merge targets.
 * @public
 */
export const pilotAdminPermission = createPermission({
  name: 'pilot.admin',
  attributes: {},
});

/**
 * To see readiness. The resource is the entity, so that a policy can use the
 * catalog's rules.
 * @public
 */
export const pilotReadinessReadPermission = createPermission({
  name: 'pilot.readiness.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To attest checks of an entity that one owns.
 * @public
 */
export const pilotReadinessAttestPermission = createPermission({
  name: 'pilot.readiness.attest',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To waive checks, for approvers.
 * @public
 */
export const pilotReadinessWaivePermission = createPermission({
  name: 'pilot.readiness.waive',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To report results of checks: for services, and for owners to whom it is
 * granted expressly.
 * @public
 */
export const pilotReadinessReportPermission = createPermission({
  name: 'pilot.readiness.report',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To propose another phase for a Pilot that one owns.
 * @public
 */
export const pilotDecisionProposePermission = createPermission({
  name: 'pilot.decision.propose',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To approve and reject proposals, for approvers.
 * @public
 */
export const pilotDecisionDecidePermission = createPermission({
  name: 'pilot.decision.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * All permissions of the plugin, for the permissions registry.
 * @public
 */
export const pilotPermissions = [
  pilotInterestReadPermission,
  pilotInterestCreatePermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestUpdatePermission,
  pilotInterestTriagePermission,
  pilotAdminPermission,
  pilotReadinessReadPermission,
  pilotReadinessAttestPermission,
  pilotReadinessWaivePermission,
  pilotReadinessReportPermission,
  pilotDecisionProposePermission,
  pilotDecisionDecidePermission,
];
