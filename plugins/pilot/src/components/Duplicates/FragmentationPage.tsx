import { useRef, useState, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Container, Header, Skeleton, Switch } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { ShownAsOf } from '../shared/ShownAsOf';
import classes from './Fragmentation.module.css';
import { FragmentationGroupItem } from './FragmentationGroupItem';

/** The groups, and when they were asked for. */
interface FoundGroups {
  readonly groups: readonly FragmentationGroup[];
  readonly asOf: string;
}

/** Lists what several teams are about to build, each for itself. */
export function FragmentationPage() {
  const { t } = usePilotTranslation();
  const [params, setParams] = useSearchParams();
  const dismissed = params.get('dismissed') === 'true';
  const resource = useFragmentation(dismissed);
  const found = useResource(resource);
  const region = useRef<HTMLElement>(null);
  const [status, setStatus] = useState('');
  const thing = t('fragmentation.title');
  const reload = () => {
    // The pressed button goes away, and focus must not go with it.
    region.current?.focus();
    resource.reload();
  };
  const merged = (count: number, into: string) => {
    setStatus(t('fragmentation.merged', { count, into }));
    reload();
  };

  return (
    <>
      <Header title={thing} description={t('fragmentation.intro')} />
      <Container>
        <section
          ref={region}
          tabIndex={-1}
          aria-label={thing}
          aria-busy={found.state === 'loading'}
          className={classes.page}
        >
          <Switch
            label={t('fragmentation.showDismissed')}
            isSelected={dismissed}
            onChange={isOn => setParams(isOn ? { dismissed: 'true' } : {})}
          />
          <div role="status">{status}</div>
          {found.state === 'loading' && (
            <LoadingPart thing={thing} outline={<Outline />} />
          )}
          {found.state === 'failed' &&
            (isHidden(found.error) ? (
              <p className={classes.text}>{t('state.nothing')}</p>
            ) : (
              <LoadFailed thing={thing} onRetry={reload} />
            ))}
          {found.state === 'ready' && (
            <>
              {found.error && (
                <ShownAsOf asOf={found.value.asOf} onRetry={reload} />
              )}
              {found.value.groups.length === 0 && (
                <p className={classes.text}>{t('fragmentation.none')}</p>
              )}
              <ul className={classes.groups}>
                {found.value.groups.map(group => (
                  <FragmentationGroupItem
                    key={group.key}
                    group={group}
                    onMerged={merged}
                    onStatus={setStatus}
                    onLatest={reload}
                  />
                ))}
              </ul>
            </>
          )}
        </section>
      </Container>
    </>
  );
}

function Outline() {
  return (
    <div className={classes.groups}>
      <Skeleton width="100%" height="10rem" />
      <Skeleton width="100%" height="10rem" />
    </div>
  );
}

/** @param dismissed - also what was found to be no duplicate */
function useFragmentation(dismissed: boolean): Resource<FoundGroups> {
  const pilotApi = useApi(pilotApiRef);
  return useMemo(
    () =>
      new Resource(async () => {
        const { groups } = await pilotApi.getFragmentation({ dismissed });
        return { groups, asOf: new Date().toISOString() };
      }),
    [pilotApi, dismissed],
  );
}
