import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import type { DemandTabQuery } from './useDemandTabQuery';
import classes from './DemandTab.module.css';
import { RaisePanel } from './RaisePanel';
import { ScorePanel } from './ScorePanel';
import { TabHeader } from './TabHeader';
import { PastNote } from './TabNotes';
import { TeamsPanel } from './TeamsPanel';
import { TrendPanel } from './TrendPanel';

/** A demand as it was: what is only known of today is not shown beside it. */
export function PastDemand(props: { demand: Demand; query: DemandTabQuery }) {
  const { demand, query } = props;
  return (
    <>
      <PastNote asOf={demand.asOf} query={query} />
      <TabHeader />
      <div className={classes.columns}>
        <div className={classes.column}>
          <ScorePanel demand={demand} isPast />
          <TrendPanel demand={demand} query={query} />
        </div>
        <div className={classes.column}>
          <RaisePanel raise={demand.raise} />
        </div>
      </div>
      <TeamsPanel teams={demand.teams} />
    </>
  );
}
