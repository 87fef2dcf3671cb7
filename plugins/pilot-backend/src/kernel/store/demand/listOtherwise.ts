import { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { timeOf } from '../columns';
import { readablePage } from '../readable';
import { ReadableInterests, readableBy } from '../interests/readableBy';
import { TargetRow } from '../targets/targetRows';
import { InterestRow } from '../interests/interestRows';

type Code = FragmentationGroup['otherwise'][number]['code'];
const codes: readonly Code[] = ['build-own', 'built-own', 'buy'];

/** Plan of a team that does not wait, as its interest says. */
export interface OtherwiseRow {
  readonly code: Code;
  readonly team: string;
  /** Ref */
  readonly target: string;
  /** Id */
  readonly interest: string;
  /** Time when it was last said or confirmed. */
  readonly at: Date;
}

type FoundRow = Pick<
  InterestRow,
  'id' | 'otherwise' | 'team' | 'confirmed_at'
> &
  Pick<TargetRow, 'ref'>;

/**
 * Teams that build or buy their own, the latest first: of counted interests,
 * without those that are adopted, for what was asked for has come to them.
 */
export async function listOtherwise(
  db: Knex,
  options: {
    readonly readable?: ReadableInterests;
    readonly limit: number;
    /** The last row of the page before. */
    readonly after?: Pick<OtherwiseRow, 'at' | 'interest'>;
  },
): Promise<OtherwiseRow[]> {
  const first = options.after && [
    options.after.at.getTime(),
    options.after.interest,
  ];
  return readablePage<FoundRow, OtherwiseRow>(db, 'interest', {
    limit: options.limit,
    read: row => ({
      code: row.otherwise as Code,
      team: row.team,
      target: row.ref,
      interest: row.id,
      at: timeOf(row.confirmed_at, 'confirmed_at'),
    }),
    rows: async (last, limit) =>
      pageOf(db, {
        limit,
        readable: options.readable,
        after: last ? [last.confirmed_at, last.id] : first,
      }),
  });
}

async function pageOf(
  db: Knex,
  options: {
    readonly readable?: ReadableInterests;
    readonly limit: number;
    readonly after?: ReadonlyArray<number | string>;
  },
): Promise<FoundRow[]> {
  // For one code, an index has them in their order.
  const pages = await Promise.all(codes.map(code => ofCode(db, code, options)));
  return pages
    .flat()
    .sort((a, b) => {
      const [first, second] = [Number(a.confirmed_at), Number(b.confirmed_at)];
      return second - first || (a.id < b.id ? 1 : -1);
    })
    .slice(0, options.limit);
}

async function ofCode(
  db: Knex,
  code: Code,
  options: Parameters<typeof pageOf>[1],
): Promise<FoundRow[]> {
  const { after, limit } = options;
  await giveWay();
  const query = db<InterestRow & Pick<TargetRow, 'ref'>>('interest')
    .join('target', 'target.id', 'interest.target_id')
    .where('interest.otherwise', code)
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
    .limit(limit)
    .select(
      'interest.id',
      'interest.otherwise',
      'interest.team',
      'interest.confirmed_at',
      'target.ref',
    );
  if (after) {
    query.whereRaw('(interest.confirmed_at, interest.id) < (?, ?)', [...after]);
  }
  if (options.readable) {
    readableBy(query, options.readable);
  }
  return query;
}
