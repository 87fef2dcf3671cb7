import { quarterOf, RateCommand } from '@pilot-to-platform/plugin-pilot-common';
import { StoredRating } from '../kernel/store/ratings/ratingRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** Result of a rating; no entry, where it stands as given already. */
export interface RatingDecision {
  readonly rating: StoredRating;
  readonly entry?: NewLogEntry;
}

/**
 * Decides what a team answers in the quarter of `at`: the last answer counts, a
 * note that is left out stays, and the same again changes nothing.
 */
export function decideRating(
  ratings: readonly StoredRating[],
  { team, score, note }: RateCommand,
  { by, at }: { readonly by: string; readonly at: Date },
): RatingDecision {
  const quarter = quarterOf(at);
  const known = ratings.find(
    each => each.team === team && each.quarter === quarter,
  );
  const kept = note === undefined ? known?.note ?? null : note;
  if (known?.score === score && known.note === kept) {
    return { rating: known };
  }
  return {
    rating: { team, quarter, score, note: kept, by, at },
    entry: { type: 'rated', team, quarter, score, note: kept, at, actor: by },
  };
}
