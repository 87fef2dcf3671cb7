import { useEffect, useRef } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { pilotApiRef } from '../../api/pilotApiRef';
import { formatDay } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { usePages } from '../../hooks/usePages';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { DownloadCsv } from '../shared/DownloadCsv';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { Panel } from '../shared/Panel';
import { ShownAsOf } from '../shared/ShownAsOf';
import { DecisionItem } from './DecisionItem';
import classes from './Decisions.module.css';

const pageSize = 10;

/** Lists the decisions about a Pilot, newest first. */
export function DecisionHistory({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const pilot = useResource(usePilotCache().phases.pilot(target));
  const region = useRef<HTMLElement>(null);
  const list = usePages(target, (cursor, signal) =>
    api.listDecisions(target, { cursor, limit: pageSize }, { signal }),
  );
  const { reload } = list;
  const version = pilot.state === 'ready' ? pilot.value.version : undefined;
  const known = useRef<number>();
  useEffect(() => {
    if (version === undefined) return;
    // It grows with each decision; the first one that is seen is no news.
    if (known.current !== undefined && known.current !== version) reload();
    known.current = version;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- reload is new each time
  }, [version]);
  const retry = () => {
    region.current?.focus();
    reload();
  };
  const title = t('decisions.title');
  const items = list.pages.flatMap(page => page.items);
  const isLoading = list.pages.length === 0 && !list.error;

  if (list.error && isHidden(list.error)) return null;
  return (
    <Panel
      ref={region}
      title={title}
      isBusy={isLoading}
      actions={
        items.length > 0 && (
          <DownloadCsv
            load={() => api.listDecisionsCsv(target)}
            fileName={() =>
              `${parseEntityRef(target).name}-decisions-${new Date()
                .toISOString()
                .slice(0, 10)}.csv`
            }
          />
        )
      }
    >
      {isLoading && (
        <LoadingPart
          thing={title}
          outline={<Skeleton width="100%" height="4rem" />}
        />
      )}
      {list.error && items.length === 0 && (
        <LoadFailed thing={title} onRetry={retry} />
      )}
      {list.error && items.length > 0 && list.loadedAt && (
        <ShownAsOf asOf={list.loadedAt} onRetry={retry} />
      )}
      {list.moreError && (
        <LoadFailed thing={title} onRetry={list.more ?? retry} />
      )}
      {!isLoading && !list.error && items.length === 0 && (
        <NoDecision pilot={pilot.state === 'ready' ? pilot.value : undefined} />
      )}
      {items.length > 0 && (
        <ol className={classes.list}>
          {items.map(decision => (
            <DecisionItem key={decision.id} decision={decision} />
          ))}
        </ol>
      )}
      {list.more && !list.moreError && (
        <div>
          <Button
            size="small"
            variant="secondary"
            isPending={list.isMorePending}
            onPress={list.more}
          >
            {t('state.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** "No decision yet. Phase pilot since 2 Mar 2026." */
function NoDecision({ pilot }: { pilot: Pilot | undefined }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (
    <p className={classes.text}>
      {pilot?.phaseSince
        ? t('decisions.noneSince', {
            phase: t(`phase.${pilot.phase}`).toLocaleLowerCase(language),
            date: formatDay(pilot.phaseSince, language),
          })
        : t('decisions.none')}
    </p>
  );
}
