import type { DemandTrend } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../../hooks/useNumbers';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';

/** What a sparkline shows, in words: "rising, 31 to 47 in 13 weeks". */
export function useSparklineText(
  weeks: readonly number[],
  trend?: DemandTrend,
): string {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  if (weeks.length < 2) return t('chart.new');
  const span = t('chart.span', {
    count: weeks.length,
    first: numbers.score(weeks[0]),
    last: numbers.score(weeks[weeks.length - 1]),
  });
  return trend
    ? t('chart.spanTrend', { trend: t(`demand.${trend}`), span })
    : span;
}
