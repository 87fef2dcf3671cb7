import { ConflictError, InputError } from '@backstage/errors';
import {
  AssessedCheck,
  AttestCommand,
  StandingAttestation,
  StandingWaiver,
  WaiveCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { expiryOf } from './expiryOf';

/** Facts that signing depends on. */
interface SigningContext<Standing> {
  /** The check of the target as it is assessed now. */
  readonly check: AssessedCheck;
  /** The last one that was signed for it and is not revoked. */
  readonly standing?: Standing;
  readonly by: string;
  readonly newId: string;
  readonly now: Date;
}

/**
 * Decides an attestation: nothing where the same person says the same again.
 *
 * @throws InputError for a check that is not asked, or that nobody attests, and
 *   for a day that is past or too late
 */
export function decideAttestation(
  command: AttestCommand,
  { check, standing, by, newId, now }: SigningContext<StandingAttestation>,
): StandingAttestation | undefined {
  const { definition } = check;
  requireApplies(check);
  if (!definition.attestation) {
    throw new InputError(
      `check: ${definition.id} is not attested. ${definition.answer}`,
    );
  }
  const expiresAt = expiryOf(command.expiresAt, {
    days: definition.attestation.maxDays,
    now,
  });
  const { verdict, evidence } = command;
  const note = command.note ?? null;
  const isSame =
    standing?.by === by &&
    !standing.lapsed &&
    standing.verdict === verdict &&
    standing.evidence === evidence &&
    standing.note === note &&
    standing.expiresAt.getTime() === expiresAt.getTime();
  return isSame
    ? undefined
    : {
        id: newId,
        check: definition.id,
        verdict,
        evidence,
        note,
        by,
        at: now,
        expiresAt,
      };
}

/**
 * Decides a waiver: nothing where the same person says the same again.
 *
 * @param days - so many days a waiver holds at most
 * @throws InputError for a check that is not asked, and for a day that is past or
 *   too late
 * @throws ConflictError for a check that passes
 */
export function decideWaiver(
  command: WaiveCommand,
  {
    check,
    standing,
    by,
    newId,
    now,
    days,
  }: SigningContext<StandingWaiver> & { readonly days: number },
): StandingWaiver | undefined {
  const { definition, verdict } = check;
  requireApplies(check);
  const expiresAt = expiryOf(command.expiresAt, { days, now });
  const { reason } = command;
  const isSame =
    standing?.by === by &&
    standing.reason === reason &&
    standing.expiresAt.getTime() === expiresAt.getTime();
  if (isSame) {
    return undefined;
  }
  if (verdict === 'pass') {
    throw new ConflictError(
      `check: ${definition.id} passes; there is nothing to waive`,
    );
  }
  return { id: newId, check: definition.id, reason, by, at: now, expiresAt };
}

function requireApplies({ definition, verdict }: AssessedCheck): void {
  if (verdict === 'notApplicable') {
    throw new InputError(
      `check: ${definition.id} does not apply to this entity`,
    );
  }
}
