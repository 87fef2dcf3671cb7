import { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { InterestRow, TargetRow } from '../rows';
import { Readable, readableBy } from './whereCriteria';

type Code = FragmentationGroup['otherwise'][number]['code'];
const codes: readonly Code[] = ['build-own', 'built-own', 'buy'];

/** What a team does that does not wait, as its interest says. */
export interface OtherwiseRow {
  readonly code: Code;
  readonly team: string;
  /** Ref */
  readonly target: string;
  /** Id */
  readonly interest: string;
  /** When it was last said or confirmed. */
  readonly at: Date;
}

/**
 * Teams that build or buy their own, the latest first: of counted interests,
 * without those that are adopted, for what was asked for has come to them.
 */
export async function listOtherwise(
  db: Knex,
  options: {
    readonly readable?: Readable;
    readonly limit: number;
    /** The last row of the page before. */
    readonly after?: Pick<OtherwiseRow, 'at' | 'interest'>;
  },
): Promise<OtherwiseRow[]> {
  const query = db<InterestRow & Pick<TargetRow, 'ref'>>('interest')
    .join('target', 'target.id', 'interest.target_id')
    .whereIn('interest.otherwise', [...codes])
    .where('interest.withdrawn', false)
    .whereNotIn('interest.status', ['declined', 'adopted'])
    .whereNull('target.gone_at')
    .where(counted =>
      counted
        .whereNull('target.owner')
        .orWhere(others =>
          others
            .whereRaw('interest.team <> target.owner')
            .whereRaw('interest.author <> target.owner'),
        ),
    )
    .orderBy([
      { column: 'interest.confirmed_at', order: 'desc' },
      { column: 'interest.id', order: 'desc' },
    ])
    .limit(options.limit)
    .select(
      'interest.id',
      'interest.otherwise',
      'interest.team',
      'interest.confirmed_at',
      'target.ref',
    );
  if (options.after) {
    query.whereRaw('(interest.confirmed_at, interest.id) < (?, ?)', [
      options.after.at.getTime(),
      options.after.interest,
    ]);
  }
  if (options.readable) {
    readableBy(query, options.readable);
  }
  const rows = await query;
  return rows.map(row => ({
    code: row.otherwise as Code,
    team: row.team,
    target: row.ref,
    interest: row.id,
    at: new Date(Number(row.confirmed_at)),
  }));
}
