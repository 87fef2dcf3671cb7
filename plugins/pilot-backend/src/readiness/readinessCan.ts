import { NotAllowedError } from '@backstage/errors';
import {
  AssessedCheck,
  Can,
  pilotReadinessAttestPermission,
  pilotReadinessWaivePermission,
  StandingAttestation,
  StandingWaiver,
} from '@pilot-to-platform/plugin-pilot-common';
import { requirePermission } from '../kernel/access/Permits';

/** Facts that decide what somebody can do about the checks of an entity. */
export interface ReadinessRights {
  readonly owns: boolean;
  /** They, or who they act for, owned it within the last 30 days. */
  readonly ownedLately: boolean;
  readonly isApprover: boolean;
  /** True where there are approvers at all. */
  readonly hasApprovers: boolean;
  readonly mayAttest: boolean;
  readonly mayWaive: boolean;
}

/** Decides whether somebody can attest as the owner, whatever the check. */
export function attestability({
  owns,
  mayAttest,
}: ReadinessRights): true | 'notOwner' | 'notAllowed' {
  if (!owns) {
    return 'notOwner';
  }
  return mayAttest || 'notAllowed';
}

/** Decides whether somebody can waive as an approver, whatever the check. */
export function waivability(
  rights: ReadinessRights,
): true | 'noApprovers' | 'notApprover' | 'ownsIt' | 'ownedIt' | 'notAllowed' {
  if (!rights.hasApprovers) {
    return 'noApprovers';
  }
  if (!rights.isApprover) {
    return 'notApprover';
  }
  if (rights.owns) {
    return 'ownsIt';
  }
  if (rights.ownedLately) {
    return 'ownedIt';
  }
  return rights.mayWaive || 'notAllowed';
}

/** Decides what somebody can do about a check: true, or why not. */
export function checkCan(
  { definition, verdict }: AssessedCheck,
  standing: {
    readonly attestation?: Pick<StandingAttestation, 'id'>;
    readonly waiver?: Pick<StandingWaiver, 'id'>;
  },
  rights: ReadinessRights,
): Can {
  const ofCheck = (answer: true | string, refusal: string | false) => {
    if (verdict === 'notApplicable') {
      return 'notApplicable';
    }
    return refusal || answer;
  };
  return {
    attest: ofCheck(
      attestability(rights),
      !definition.attestation && 'notAttestable',
    ),
    waive: ofCheck(waivability(rights), verdict === 'pass' && 'passes'),
    revokeAttestation: standing.attestation
      ? attestability(rights)
      : 'notAttested',
    revokeWaiver: standing.waiver ? waivability(rights) : 'notWaived',
  };
}

/** @throws NotAllowedError for who cannot attest checks of an entity */
export function requireOwner(rights: ReadinessRights): void {
  const answer = attestability(rights);
  if (answer === 'notOwner') {
    throw new NotAllowedError('Only its owner can attest a check');
  }
  requirePermission(pilotReadinessAttestPermission, answer === true);
}

/** @throws NotAllowedError for who cannot waive checks of an entity */
export function requireApprover(rights: ReadinessRights): void {
  switch (waivability(rights)) {
    case 'noApprovers':
      throw new NotAllowedError(
        'Nobody is configured to waive; an operator has to set pilot.decisions.approvers first',
      );
    case 'notApprover':
      throw new NotAllowedError('Only approvers waive a check');
    case 'ownsIt':
      throw new NotAllowedError(
        'Your team owns it; an approver of another team waives its checks',
      );
    case 'ownedIt':
      throw new NotAllowedError(
        'Your team owned it within the last 30 days; an approver of another team waives its checks',
      );
    case 'notAllowed':
      throw new NotAllowedError(
        `You lack the permission ${pilotReadinessWaivePermission.name}`,
      );
    default:
  }
}
