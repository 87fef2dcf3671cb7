import { Text } from '@backstage/ui';
import type { Readiness } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Readiness.module.css';

/** "62% ready, weakest Headcount 40%": the overall number never stands alone. */
export function ReadinessSentence({ readiness }: { readiness: Readiness }) {
  const { score, weakest, dimensions } = readiness;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const lowest = dimensions.find(({ dimension }) => dimension === weakest);
  if (score === null || !lowest || lowest.score === null) return null;
  return (
    <Text as="p" className={classes.text}>
      {lowest.score < 1
        ? t('readiness.summary', {
            percent: numbers.percent(score),
            dimension: t(`dimension.${lowest.dimension}`),
            weakest: numbers.percent(lowest.score),
          })
        : t('readiness.full', { percent: numbers.percent(score) })}
    </Text>
  );
}
