import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { useExpireWith } from '../../hooks/useResource';
import { Panel } from '../shared/Panel';
import { Region } from '../shared/Region';
import classes from './DemandTab.module.css';
import { loadHistory } from './loadHistory';
import { Trend } from './Trend';
import {
  trendRanges,
  type DemandTabQuery,
  type TrendRange,
} from '../../hooks/useDemandTabQuery';

/** Shows how the score developed, with what explains it. */
export function TrendPanel(props: { demand: Demand; query: DemandTabQuery }) {
  const { demand, query } = props;
  const { target } = demand;
  const { range, asOf, set } = query;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const [isTable, setIsTable] = useState(false);
  const resource = useMemo(
    () => new Resource(() => loadHistory(api, target, { range, asOf })),
    [api, target, range, asOf],
  );
  const region = useRegion(resource);
  // Its last point is the score of now.
  useExpireWith(resource, demand);
  if (region.isHidden) return null;
  return (
    <Panel
      frame={region.frame}
      title={t('trend.title')}
      actions={
        <div className={classes.line}>
          <ToggleButtonGroup
            aria-label={t('trend.range')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[range]}
            onSelectionChange={keys =>
              set({ range: [...keys][0] as TrendRange })
            }
          >
            {trendRanges.map(each => (
              <ToggleButton key={each} id={each}>
                {t(`trend.${each}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <ToggleButton isSelected={isTable} onChange={setIsTable}>
            {t('trend.asTable')}
          </ToggleButton>
        </div>
      }
    >
      <Region
        state={region}
        thing={t('trend.title')}
        outline={<Skeleton width="100%" height="16rem" />}
      >
        {history => <Trend history={history} range={range} isTable={isTable} />}
      </Region>
    </Panel>
  );
}
