import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import type { Threshold } from '../shared/charts/LineChart';

const levels = ['emerging', 'strong', 'proven'] as const;

/** The scores from which the levels begin, under the policy in force. */
export function useThresholds(): Threshold[] {
  const { t } = usePilotTranslation();
  const policy = useResource(usePilotCache().policy);
  if (policy.state !== 'ready') return [];
  return levels.map(level => ({
    score: policy.value.demand.levels[level],
    label: t(`level.${level}`),
  }));
}
