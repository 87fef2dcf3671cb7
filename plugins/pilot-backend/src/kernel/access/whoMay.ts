import {
  pilotAdminPermission,
  pilotDecisionDecidePermission,
  pilotDecisionProposePermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
  pilotReadinessAttestPermission,
  pilotReadinessReadPermission,
  pilotReadinessReportPermission,
  pilotReadinessWaivePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { Permission } from '@backstage/plugin-permission-common';
import { Who } from './Admission';

const people = (permissions: readonly Permission[], rule: string): Who => ({
  principals: ['user'],
  permissions,
  rule,
});

const read = pilotInterestReadPermission;
const readReadiness = pilotReadinessReadPermission;

/** Rules of access, shared by a route and the action that does the same. */
export const whoMay = {
  readDocument: {
    principals: 'anybody',
    permissions: [],
    rule: 'It says the same to everybody.',
  },
  readSettings: people([], 'Every person: how things are judged is no secret.'),

  recordInterest: people(
    [pilotInterestCreatePermission],
    'For a team of their own, or with pilot.interest.create.onBehalf, in an entity that they see.',
  ),
  withdrawInterest: people(
    [],
    'Its author, also when they no longer see the target.',
  ),
  confirmInterest: people([pilotInterestUpdatePermission], 'Its author.'),
  answerInterest: people(
    [read, pilotInterestTriagePermission],
    'The owner of the target.',
  ),
  listInterests: people(
    [],
    'Their own; those of others with pilot.interest.read, in entities that they see.',
  ),

  readDemand: people(
    [read],
    'In entities that they see; the rest is left out.',
  ),
  dismiss: people(
    [read],
    'Owners of a member, approvers and administrators, who see the group.',
  ),
  merge: people([read], 'Approvers and administrators.'),

  readPilot: people([read], 'Pilots that they see.'),
  propose: people(
    [read, pilotDecisionProposePermission],
    'The owner of the Pilot.',
  ),
  decide: people(
    [read, pilotDecisionDecidePermission],
    'Approvers, about what others proposed.',
  ),
  withdrawProposal: people([read], 'Who made the proposal.'),
  rate: people(
    [read, pilotInterestCreatePermission],
    'Members of a team that the Pilot serves.',
  ),

  readReadiness: people([readReadiness], 'Entities that they see.'),
  readManyReadiness: people(
    [],
    'With pilot.readiness.read, of entities that they see; null for the rest.',
  ),
  attest: people(
    [readReadiness, pilotReadinessAttestPermission],
    'The owner of the entity.',
  ),
  waive: people(
    [readReadiness, pilotReadinessWaivePermission],
    'Approvers who do not own the entity.',
  ),
  /** Of two kinds of signatures; which it is, the service asks. */
  revokeSignature: people(
    [readReadiness],
    'The owner an attestation with pilot.readiness.attest; approvers who do not own the entity a waiver with pilot.readiness.waive.',
  ),
  report: {
    principals: ['user', 'service'],
    permissions: [pilotReadinessReportPermission],
    expressly: true,
    rule: 'Services, and the owner of the entity.',
  },

  previewPolicy: {
    principals: ['user'],
    permissions: [read, pilotAdminPermission],
    expressly: true,
    rule: 'Administrators, about entities that they see.',
  },
  administer: {
    principals: ['user', 'service'],
    permissions: [pilotAdminPermission],
    expressly: true,
    rule: 'Services and administrators.',
  },
  feedCatalog: {
    principals: 'catalog',
    permissions: [],
    rule: 'The catalog of the same portal, about all that it holds.',
  },
} satisfies Record<string, Who>;
