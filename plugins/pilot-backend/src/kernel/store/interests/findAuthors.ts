import { Knex } from 'knex';
import { whereConsent } from './whereConsent';

/** Somebody whose interest stands in a Pilot, or in what implements it. */
export interface InterestedAuthor {
  /** User ref. */
  readonly author: string;
  /** The id of the target that the interest is in. */
  readonly target: number;
}

/**
 * Finds the authors of interest that stands in a target and in its parts: not
 * withdrawn, not declined, not of the owner of either, and in what counts for
 * it.
 */
export async function interestedAuthors(
  db: Knex,
  targetId: number,
): Promise<InterestedAuthor[]> {
  const rows = await db('interest')
    .join('target as source', 'source.id', 'interest.target_id')
    .crossJoin('target as pilot' as any)
    .where('pilot.id', targetId)
    .where(of =>
      of.where('source.id', targetId).orWhereIn(
        'source.id',
        db('target_part')
          .where('pilot_id', targetId)
          .where(counts =>
            whereConsent(counts, { part: 'source', pilot: 'pilot' }),
          )
          .select('part_id'),
      ),
    )
    .whereNull('source.gone_at')
    .where('interest.withdrawn', false)
    .whereNot('interest.status', 'declined')
    .whereRaw('interest.team is distinct from pilot.owner')
    .whereRaw('interest.team is distinct from source.owner')
    .whereRaw('interest.author is distinct from pilot.owner')
    .whereRaw('interest.author is distinct from source.owner')
    .distinct('interest.author as author', 'source.id as target');
  return rows.map(({ author, target }) => ({ author, target: Number(target) }));
}
