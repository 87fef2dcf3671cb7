import { useMemo, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  Demand,
  ListInterestsQuery,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { ownToday } from '../../format/ownToday';
import { useChanges } from '../../hooks/useChanges';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useExpireWith } from '../../hooks/useResource';
import { AdoptionPanel } from '../Adoption/AdoptionPanel';
import { GateBox } from '../Decisions/GateBox';
import { Inbox } from '../Inbox/Inbox';
import { InboxLists } from '../Inbox/InboxLists';
import { NeedButton } from '../NeedDialog/NeedButton';
import { DownloadCsv } from '../shared/DownloadCsv';
import { usePilotPhase } from './DemandScore';
import classes from './DemandTab.module.css';
import { FragmentationPanel } from './FragmentationPanel';
import { RaisePanel } from './RaiseList';
import { ScorePanel } from './ScorePanel';
import { TabHeader, MergedNote } from './TabHeader';
import { loadTeamAsks } from './teamAsks';
import { TeamsPanel } from './TeamsPanel';
import { TrendPanel } from './TrendPanel';
import type { DemandTabQuery } from '../../hooks/useDemandTabQuery';

/** A demand as it is, with all that can be done about it. */
export function PresentDemand(props: {
  demand: Demand;
  query: DemandTabQuery;
}) {
  const { demand, query } = props;
  const { target } = demand;
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const lists = useMemo(() => new InboxLists(api, target), [api, target]);
  const asks = useMemo(
    () => new Resource(() => loadTeamAsks(api, target)),
    [api, target],
  );
  const phase = usePilotPhase(target);
  const gateOf = useRef<string>();
  if (phase === 'pilot' || phase === 'demand') gateOf.current = target;
  // A decision made meanwhile must not take away what is typed or said there.
  const hasGateFirst = gateOf.current === target;
  const isAdopted = phase === 'platform' || demand.counts.adopters > 0;
  useChanges([demand.watch], () => {
    cache.demand(target).reload();
    cache.phases.changed(target);
  });
  // An answer or a new interest changes the demand and these.
  useExpireWith(asks, demand);
  return (
    <>
      <MergedNote demand={demand} />
      <TabHeader>
        <DownloadInterests
          target={target}
          // All of them, as long as the reader has not chosen which to see.
          query={query.isInboxChosen ? lists.query(query.inbox) : { target }}
        />
        {!demand.mergedInto && <NeedButton entityRef={target} />}
      </TabHeader>
      {hasGateFirst && <GateBox target={target} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          <ScorePanel demand={demand} isPast={false} />
          <TrendPanel demand={demand} query={query} />
        </div>
        <div className={classes.column}>
          <RaisePanel raise={demand.raise} />
          <FragmentationPanel target={target} />
        </div>
      </div>
      {phase && isAdopted && <AdoptionPanel target={target} />}
      <TeamsPanel teams={demand.teams} asks={asks} />
      <Inbox demand={demand} lists={lists} query={query} />
    </>
  );
}

/** Hands out the interests in a target as a file. */
function DownloadInterests(props: {
  target: string;
  query: ListInterestsQuery;
}) {
  const { target, query } = props;
  const api = useApi(pilotApiRef);
  const { name } = parseEntityRef(target);
  return (
    <DownloadCsv
      load={() => api.listInterestsCsv(query)}
      fileName={() => `${name}-interests-${ownToday()}.csv`}
    />
  );
}
