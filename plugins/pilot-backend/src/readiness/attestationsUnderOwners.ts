import {
  StandingAttestation,
  underOwners,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { ownerLog } from '../kernel/store/log/readOwners';
import { standingAttestations } from '../kernel/store/readiness/signatures';

/**
 * The attestations of targets that are not revoked; those that were signed for a
 * former owner have lapsed. What is stored stays as it was signed.
 */
export async function attestationsUnderOwners(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StandingAttestation[]>> {
  const attestations = await standingAttestations(db, targetIds);
  const owners = await ownerLog(db, [...attestations.keys()]);
  return new Map(
    [...attestations].map(([id, signed]) => [
      id,
      underOwners(signed, owners.get(id) ?? []),
    ]),
  );
}
