import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { TargetRow } from '../targets/targetRows';

/** Rows that are read with one statement. */
const atOnce = 1000;

/**
 * The refs of Pilots and of what is asked for, with the highest scores first:
 * what teams could be building twice.
 */
export async function* comparableTargets(db: Knex): AsyncGenerator<string> {
  for (let after: Pick<TargetRow, 'score' | 'id'> | undefined; ; ) {
    await giveWay();
    const query = db<TargetRow>('target')
      .where(either =>
        either.where('interests', '>', 0).orWhere('kind', 'pilot'),
      )
      .whereNull('gone_at')
      .whereNull('merged_into')
      .orderBy([
        { column: 'score', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(atOnce);
    if (after) {
      query.whereRaw('(score, id) < (?, ?)', [after.score, Number(after.id)]);
    }
    const rows = await query.select('ref', 'score', 'id');
    yield* rows.map(({ ref }) => ref);
    if (rows.length < atOnce) {
      return;
    }
    after = rows.at(-1);
  }
}
