import { Text } from '@backstage/ui';
import type { ReadinessSummary } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessText } from '../../hooks/useReadinessText';
import { useResource } from '../../hooks/useResource';
import classes from './Portfolio.module.css';
import type { PortfolioItem } from './usePortfolioPages';

/** Shows how ready it is overall and where it is weakest, always both. */
export function ReadinessCell({ item }: { item: PortfolioItem }) {
  return item.readiness === undefined ? (
    <LoadedReadiness target={item.target} />
  ) : (
    <ReadinessText readiness={item.readiness} />
  );
}

/** Lists of other kinds come without it; it is asked for the whole page at once. */
function LoadedReadiness({ target }: { target: string }) {
  const readiness = useResource(usePilotCache().phases.summary(target));
  // The row does not wait for it.
  if (readiness.state === 'loading') return null;
  return (
    <ReadinessText
      readiness={readiness.state === 'ready' ? readiness.value : null}
    />
  );
}

function ReadinessText({ readiness }: { readiness: ReadinessSummary | null }) {
  const { t } = usePilotTranslation();
  const textOf = useReadinessText();
  if (!readiness) {
    return <Text variant="body-small">{t('readinessLine.notKnown')}</Text>;
  }
  const text = textOf(readiness);
  return (
    <div className={classes.stacked}>
      <Text variant="body-medium" className={classes.figure}>
        {text ?? t('readinessLine.noChecks')}
      </Text>
      {readiness.unknown > 0 && (
        <Text variant="body-small">
          {t('readinessLine.unknown', { count: readiness.unknown })}
        </Text>
      )}
    </div>
  );
}
