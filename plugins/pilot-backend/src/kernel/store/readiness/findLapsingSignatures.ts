import { Knex } from 'knex';
import { Signature } from './signatures';

/** A signature that lapses soon, and who owns what it is about. */
export interface LapsingSignature {
  readonly table: Signature;
  readonly id: string;
  readonly targetId: number;
  readonly check: string;
  readonly by: string;
  readonly owner: string | null;
  readonly expiresAt: number;
}

/** Finds signatures of present targets that lapse in a time, soonest first. */
export async function lapsingSignatures(
  db: Knex,
  { now, until }: { readonly now: Date; readonly until: Date },
  recipient?: string,
): Promise<LapsingSignature[]> {
  const result: LapsingSignature[] = [];
  for (const table of ['attestation', 'waiver'] as const) {
    const query = db(table)
      .join('target', 'target.id', `${table}.target_id`)
      .whereNotNull(`${table}.standing`)
      .where(`${table}.expires_at`, '>', now.getTime())
      .where(`${table}.expires_at`, '<=', until.getTime())
      .whereNull('target.gone_at')
      .whereNull('target.merged_into')
      .orderBy([
        `${table}.expires_at`,
        `${table}.target_id`,
        `${table}.check_id`,
      ])
      .select(
        `${table}.id as id`,
        `${table}.target_id as target_id`,
        `${table}.check_id as check_id`,
        `${table}.by as by`,
        `${table}.expires_at as expires_at`,
        'target.owner as owner',
      );
    if (recipient !== undefined) {
      query.andWhere(own =>
        table === 'waiver'
          ? own
              .where('target.owner', recipient)
              .orWhere(`${table}.by`, recipient)
          : own.where('target.owner', recipient),
      );
    }
    for (const row of await query) {
      result.push({
        table,
        id: row.id,
        targetId: Number(row.target_id),
        check: row.check_id,
        by: row.by,
        owner: row.owner,
        expiresAt: Number(row.expires_at),
      });
    }
  }
  return result.sort((a, b) => a.expiresAt - b.expiresAt);
}
