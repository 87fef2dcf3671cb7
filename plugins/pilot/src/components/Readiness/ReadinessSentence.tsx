import { Text } from '@backstage/ui';
import type { Readiness } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Readiness.module.css';

/** "62% ready, weakest Headcount 40%": the overall number never stands alone. */
export function ReadinessSentence({ readiness }: { readiness: Readiness }) {
  const { score, weakest, weakestScore, unknown } = readiness;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  if (score === null || weakest === null || weakestScore === null) return null;
  return (
    <Text as="p" className={classes.text}>
      {weakestScore < 1
        ? t('readiness.summary', {
            percent: numbers.percent(score),
            dimension: t(`dimension.${weakest}`),
            weakest: numbers.percent(weakestScore),
          })
        : t('readiness.full', { percent: numbers.percent(score) })}
      {unknown > 0 && ` · ${t('readiness.unknown', { count: unknown })}`}
    </Text>
  );
}
