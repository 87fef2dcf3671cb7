import { useState, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Container, Header, Skeleton, Switch } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { Region } from '../shared/Region';
import classes from './Fragmentation.module.css';
import { FragmentationGroupItem } from './FragmentationGroupItem';

/** Lists what several teams are about to build, each for itself. */
export function FragmentationPage() {
  const { t } = usePilotTranslation();
  const [params, setParams] = useSearchParams();
  const dismissed = params.get('dismissed') === 'true';
  const region = useRegion(useFragmentation(dismissed));
  const [status, setStatus] = useState('');
  const thing = t('fragmentation.title');
  const merged = (count: number, into: string) => {
    setStatus(t('fragmentation.merged', { count, into }));
    region.retry();
  };

  return (
    <>
      <Header title={thing} description={t('fragmentation.intro')} />
      <Container>
        <section {...region.frame} aria-label={thing} className={classes.page}>
          <Switch
            label={t('fragmentation.showDismissed')}
            isSelected={dismissed}
            onChange={isOn => setParams(isOn ? { dismissed: 'true' } : {})}
          />
          <div role="status">{status}</div>
          <Region
            state={region}
            thing={thing}
            outline={<Outline />}
            hidden={<p className={classes.text}>{t('state.nothing')}</p>}
            empty={groups =>
              groups.length === 0 && (
                <p className={classes.text}>{t('fragmentation.none')}</p>
              )
            }
          >
            {groups => (
              <ul className={classes.groups}>
                {groups.map(group => (
                  <FragmentationGroupItem
                    key={group.key}
                    group={group}
                    onMerged={merged}
                    onStatus={setStatus}
                    onLatest={region.retry}
                  />
                ))}
              </ul>
            )}
          </Region>
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
function useFragmentation(
  dismissed: boolean,
): Resource<readonly FragmentationGroup[]> {
  const pilotApi = useApi(pilotApiRef);
  return useMemo(
    () =>
      new Resource(
        async () => (await pilotApi.getFragmentation({ dismissed })).groups,
      ),
    [pilotApi, dismissed],
  );
}
