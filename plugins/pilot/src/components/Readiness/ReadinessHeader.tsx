import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Text } from '@backstage/ui';
import type { Readiness } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useAction } from '../../hooks/useAction';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useSourceName } from '../Checks/AnswerSource';
import { DownloadCsv } from '../shared/DownloadCsv';
import { FailureAlert } from '../shared/FailureAlert';
import { Instant } from '../shared/Instant';
import { applicableOf } from './checkFilter';
import classes from './Readiness.module.css';
import { useSaying } from './useSaying';

/** Says how ready it is and when that was checked; checks again. */
export function ReadinessHeader({ readiness }: { readiness: Readiness }) {
  const { target, collectedAt, silent, can } = readiness;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const sourceName = useSourceName();
  const list = new Intl.ListFormat(useLanguage());
  const [status, say] = useSaying();
  const { run, retry, isPending, error } = useAction();
  const collect = () =>
    run(async () => {
      cache.showReadiness(await api.collectReadiness(target));
      say(t('readiness.checkedNow'));
    });
  return (
    <div className={classes.lines}>
      <div className={classes.ends}>
        <div className={classes.line}>
          <Text
            as="h2"
            variant="title-small"
            weight="bold"
            className={classes.text}
          >
            {t('readiness.title')}
          </Text>
          <ReadinessSentence readiness={readiness} />
        </div>
        {applicableOf(readiness).length > 0 && (
          <div className={classes.line}>
            <span>
              {collectedAt
                ? t('readiness.checked', {
                    when: <Instant iso={collectedAt} />,
                  })
                : t('readiness.neverChecked')}
            </span>
            {can.collect === true && (
              <Button
                size="small"
                variant="secondary"
                isPending={isPending}
                onPress={collect}
              >
                {t('readiness.checkAgain')}
              </Button>
            )}
            <span role="status">{status}</span>
            <DownloadCsv
              load={() => api.getReadinessCsv(target)}
              fileName={() =>
                `${parseEntityRef(target).name}-readiness-${new Date()
                  .toISOString()
                  .slice(0, 10)}.csv`
              }
            />
          </div>
        )}
      </div>
      {error && (
        <FailureAlert
          error={error}
          attempt="change"
          onRetry={retry}
          onLatest={() => cache.phases.readiness(target).reload()}
        />
      )}
      {silent.length > 0 && (
        <Alert
          status="warning"
          role="status"
          icon
          title={t('readiness.silent', {
            sources: list.format(silent.map(sourceName)),
          })}
        />
      )}
    </div>
  );
}

/** "62% ready, weakest Headcount 40%": the overall number never stands alone. */
function ReadinessSentence({ readiness }: { readiness: Readiness }) {
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
