import type { StandingAttestation } from './answers';
import { dayMs } from '../model/dayMs';

/**
 * Owner of a target from an instant on, as it was observed; `null`: nobody.
 * @public
 */
export interface OwnedSince {
  readonly at: Date;
  readonly owner: string | null;
}

/** Days for which somebody who owned a target does not waive its checks. */
export const formerOwnerDays = 30;

/**
 * Lists the times when a target got another owner. Having none for a while is
 * no change: only who comes next tells.
 *
 * @param owners - in the order of time
 */
export function ownerChanges(owners: readonly OwnedSince[]): Date[] {
  const named = owners.filter(({ owner }) => owner !== null);
  return named
    .filter(({ owner }, index) => index > 0 && owner !== named[index - 1].owner)
    .map(({ at }) => at);
}

/**
 * Attestations under the owners since: what was signed for a former owner lapsed
 * when the next one came, and stays lapsed when the former one comes back.
 *
 * @public
 */
export function underOwners(
  attestations: readonly StandingAttestation[],
  owners: readonly OwnedSince[],
): StandingAttestation[] {
  const changes = ownerChanges(owners);
  return attestations.map(attestation => {
    const { at, expiresAt } = attestation;
    const change = changes.find(changed => changed > at);
    return change && change < expiresAt
      ? { ...attestation, expiresAt: change, lapsed: 'ownerChanged' as const }
      : attestation;
  });
}

/**
 * Everybody who owned a target within the last 30 days,
 * whoever owned it in between.
 *
 * @param owners - in the order of time; the first one also held before
 * @public
 */
export function recentOwners(
  owners: readonly OwnedSince[],
  now: Date,
): string[] {
  const since = new Date(now.getTime() - formerOwnerDays * dayMs);
  const recent = owners.filter(
    (_, index) => index === owners.length - 1 || owners[index + 1].at > since,
  );
  return [...new Set(recent.flatMap(({ owner }) => owner ?? []))];
}
