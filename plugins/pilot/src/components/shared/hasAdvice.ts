import type {
  Phase,
  Recommendation,
} from '@pilot-to-platform/plugin-pilot-common';

/** What is retired is told so by its phase; to retire it is no advice any more. */
export function hasAdvice(pilot: {
  phase?: Phase | null;
  recommendation?: Recommendation | null;
}): boolean {
  const { phase, recommendation } = pilot;
  return Boolean(
    recommendation &&
      !(phase === 'retired' && recommendation.code === 'retire'),
  );
}
