import { useEffect, useRef } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { formatDay } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { usePages } from '../../hooks/usePages';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { DownloadCsv } from '../shared/DownloadCsv';
import { Panel } from '../shared/Panel';
import { Region } from '../shared/Region';
import { ShowMore } from '../shared/ShowMore';
import { DecisionItem } from './DecisionItem';
import classes from './Decisions.module.css';

const pageSize = 10;

/** Lists the decisions about a Pilot, newest first. */
export function DecisionHistory({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const pilot = useResource(usePilotCache().phases.pilot(target));
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
  const title = t('decisions.title');
  const items = list.pages.flatMap(page => page.items);

  if (list.isHidden) return null;
  return (
    <Panel
      frame={list.frame}
      title={title}
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
      <Region
        state={list}
        thing={title}
        outline={<Skeleton width="100%" height="4rem" />}
        empty={() =>
          items.length === 0 && (
            <NoDecision
              pilot={pilot.state === 'ready' ? pilot.value : undefined}
            />
          )
        }
      >
        {() => (
          <ol className={classes.list}>
            {items.map(decision => (
              <DecisionItem key={decision.id} decision={decision} />
            ))}
          </ol>
        )}
      </Region>
      {list.more && (
        <div>
          <ShowMore list={list} thing={title} />
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
