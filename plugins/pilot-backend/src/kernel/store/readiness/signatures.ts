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
} from './readinessRows';

/** Signed answer of the owner, or signed exemption by an approver. */
export type Signature = 'attestation' | 'waiver';

/** The last attestation of each check of targets that is not revoked, by target. */
export async function standingAttestations(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StandingAttestation[]>> {
  const rows = await standing<AttestationRow>(db, 'attestation', targetIds);
  return byTarget(db, 'attestation', rows, toAttestation);
}

/** The last waiver of each check of targets that is not revoked, by target. */
export async function standingWaivers(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StandingWaiver[]>> {
  const rows = await standing<WaiverRow>(db, 'waiver', targetIds);
  return byTarget(db, 'waiver', rows, toWaiver);
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

/** A signature, whether it still stands or not. */
export interface StoredSignature {
  readonly id: string;
  readonly targetId: number;
  readonly check: string;
  /** It is the last one of its check, and not revoked. */
  readonly stands: boolean;
  readonly isRevoked: boolean;
}

/** The signature of an id, if there is one. */
export async function findSignature(
  db: Knex,
  table: Signature,
  id: string,
): Promise<StoredSignature | undefined> {
  const row = await db(table).where({ id }).first();
  return (
    row && {
      id: row.id,
      targetId: Number(row.target_id),
      check: row.check_id,
      stands: row.standing !== null,
      isRevoked: row.revoked_at !== null,
    }
  );
}

const standingOf = (targetId: number, check: string) => `${targetId}:${check}`;

/** Writes an attestation of a target that is locked; the one before stands no more. */
export async function saveAttestation(
  tx: Knex.Transaction,
  targetId: number,
  attestation: StandingAttestation,
): Promise<void> {
  const { verdict, evidence, note } = attestation;
  await saveSigned(tx, 'attestation', targetId, attestation, {
    verdict,
    evidence,
    note,
  });
}

/** Writes a waiver of a target that is locked; the one before stands no more. */
export async function saveWaiver(
  tx: Knex.Transaction,
  targetId: number,
  waiver: StandingWaiver,
): Promise<void> {
  const { reason } = waiver;
  await saveSigned(tx, 'waiver', targetId, waiver, { reason });
}

async function saveSigned(
  tx: Knex.Transaction,
  table: Signature,
  targetId: number,
  signed: StandingAttestation | StandingWaiver,
  says: object,
): Promise<void> {
  const key = standingOf(targetId, signed.check);
  await tx(table).where({ standing: key }).update({ standing: null });
  await tx(table).insert({
    ...says,
    id: signed.id,
    target_id: targetId,
    check_id: signed.check,
    by: signed.by,
    at: signed.at.getTime(),
    expires_at: signed.expiresAt.getTime(),
    standing: key,
  });
}

/** Takes a signature back. */
export async function revokeSignature(
  tx: Knex.Transaction,
  table: Signature,
  id: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx(table)
    .where({ id })
    .update({ standing: null, revoked_by: by, revoked_at: at.getTime() });
}
