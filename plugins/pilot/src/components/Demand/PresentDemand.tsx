import { useMemo, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { useChanges } from '../../hooks/useChanges';
import type { DemandTabQuery } from './useDemandTabQuery';
import { useExpireWith } from '../../hooks/useExpireWith';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotPhase } from './usePilotPhase';
import { AdoptionPanel } from '../Adoption/AdoptionPanel';
import { GateBox } from '../Decisions/GateBox';
import { Inbox } from '../Inbox/Inbox';
import { InboxLists } from '../Inbox/InboxLists';
import { NeedButton } from '../NeedDialog/NeedButton';
import classes from './DemandTab.module.css';
import { DownloadInterests } from './DownloadInterests';
import { FragmentationPanel } from './FragmentationPanel';
import { loadTeamAsks } from './loadTeamAsks';
import { RaisePanel } from './RaisePanel';
import { ScorePanel } from './ScorePanel';
import { TabHeader } from './TabHeader';
import { MergedNote } from './TabNotes';
import { TeamsPanel } from './TeamsPanel';
import { TrendPanel } from './TrendPanel';

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
