import type { DimensionScore } from '../model/readiness';
import { dimensions, type Dimension } from '../model/vocabulary';
import type { AssessedCheck } from './AssessedCheck';

const applies = ({ verdict }: AssessedCheck) => verdict !== 'notApplicable';

const counts = ({ verdict }: AssessedCheck) =>
  verdict === 'pass' || verdict === 'waived';

/**
 * The weight of what passes or is waived over the weight of what applies, 0 to
 * 1; null where nothing applies. `unknown` holds it down without being a failure.
 */
export function scoreOfChecks(checks: readonly AssessedCheck[]): number | null {
  const applicable = checks.filter(applies);
  const total = weightOf(applicable);
  // Divided last, so that a full score is exactly 1.
  return total > 0 ? weightOf(applicable.filter(counts)) / total : null;
}

/** The scores of the four dimensions, in their order. */
export function dimensionScoresOf(
  checks: readonly AssessedCheck[],
): DimensionScore[] {
  return dimensions.map(dimension => {
    const own = checks.filter(
      ({ definition }) => definition.dimension === dimension,
    );
    const count = (verdict: AssessedCheck['verdict']) =>
      own.filter(each => each.verdict === verdict).length;
    return {
      dimension,
      score: scoreOfChecks(own),
      applicable: own.filter(applies).length,
      passed: count('pass'),
      waived: count('waived'),
      failed: count('fail'),
      unknown: count('unknown'),
    };
  });
}

/** The dimension with the lowest score, the first of equal ones. */
export function weakestOf(scores: readonly DimensionScore[]): Dimension | null {
  const known = scores.filter(({ score }) => score !== null);
  return known.length === 0
    ? null
    : known.reduce((a, b) => (b.score! < a.score! ? b : a)).dimension;
}

/** Summed in the order of the ids: the order of the checks must not matter. */
function weightOf(checks: readonly AssessedCheck[]): number {
  return [...checks]
    .sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1))
    .reduce((sum, { definition }) => sum + definition.weight, 0);
}
