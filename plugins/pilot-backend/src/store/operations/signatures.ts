import {
  StandingAttestation,
  StandingWaiver,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { byTarget } from '../byTarget';
import {
  AttestationRow,
  toAttestation,
  toWaiver,
  WaiverRow,
} from '../readinessRows';

/** What people sign: an answer of the owner, or an exemption by an approver. */
export type Signature = 'attestation' | 'waiver';

/** The last attestation of each check of targets that is not revoked, by target. */
export async function standingAttestations(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StandingAttestation[]>> {
  const rows = await standing<AttestationRow>(db, 'attestation', targetIds);
  return byTarget(rows, toAttestation);
}

/** The last waiver of each check of targets that is not revoked, by target. */
export async function standingWaivers(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StandingWaiver[]>> {
  const rows = await standing<WaiverRow>(db, 'waiver', targetIds);
  return byTarget(rows, toWaiver);
}

async function standing<Row>(
  db: Knex,
  table: Signature,
  targetIds: readonly number[],
): Promise<Row[]> {
  return db(table)
    .whereIn('target_id', [...targetIds])
    .whereNotNull('standing');
}
