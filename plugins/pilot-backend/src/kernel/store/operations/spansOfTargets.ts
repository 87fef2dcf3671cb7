import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';

/** Ids of targets: those after one, up to another. */
export interface TargetSpan {
  readonly after: number;
  readonly upTo: number;
}

/**
 * All targets by their ids, some at a time, and others have their turn between
 * them. Each span begins with a target that is there: ids may lie far apart.
 */
export async function* spansOfTargets(
  db: Knex,
  atOnce: number,
): AsyncGenerator<TargetSpan> {
  for (let upTo = 0; ; ) {
    await giveWay();
    const [{ next }] = await db('target')
      .where('id', '>', upTo)
      .min({ next: 'id' });
    if (next === null) {
      return;
    }
    const after = Number(next) - 1;
    upTo = after + atOnce;
    yield { after, upTo };
  }
}
