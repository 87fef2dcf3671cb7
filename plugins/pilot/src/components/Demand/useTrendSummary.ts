import type { DemandHistory } from '@pilot-to-platform/plugin-pilot-common';
import type { TrendRange } from './useDemandTabQuery';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { formatDay } from '../../format/formatDay';

/** "From 18 to 47 in a year. Policy changed on 1 Aug 2026." */
export function useTrendSummary(
  { summary }: DemandHistory,
  range: TrendRange,
): string {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const language = useLanguage();
  const first = numbers.score(summary.first);
  const last = numbers.score(summary.last);
  const since = summary.since ? formatDay(summary.since, language) : '';
  const sentences: string[] = [
    {
      '3m': () => t('trend.in3m', { first, last }),
      '1y': () => t('trend.in1y', { first, last }),
      all: () => t('trend.inall', { first, last, since }),
    }[range](),
  ];
  if (summary.policyChanges.length > 0) {
    const dates = new Intl.ListFormat(language).format(
      summary.policyChanges.map(at => formatDay(at, language)),
    );
    sentences.push(t('trend.policyChangedOn', { dates }));
  }
  return sentences.join(' ');
}
