import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import type { Resource } from '../../cache/Resource';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { DataTable } from '../shared/DataTable';
import { Panel } from '../shared/Panel';
import { Region } from '../shared/Region';
import classes from './DemandTab.module.css';
import type { TeamAsk } from './teamAsks';
import { useTeamColumns } from './useTeamColumns';

const pageSize = 20;

/** The teams behind a demand, by their share in it, and what they ask for. */
export function TeamsPanel(props: {
  teams: Demand['teams'];
  /** Absent for a date of the past, of which only the shares are known. */
  asks?: Resource<ReadonlyMap<string, TeamAsk>>;
}) {
  const { teams, asks } = props;
  const { t } = usePilotTranslation();
  const [shown, setShown] = useState(pageSize);
  const title = t('demandTeams.titleCount', {
    total: String(teams.length),
  });
  if (teams.length === 0) return null;
  return (
    <Panel title={title}>
      {asks ? (
        <AskingTeams teams={teams.slice(0, shown)} asks={asks} title={title} />
      ) : (
        <TeamsTable teams={teams.slice(0, shown)} title={title} />
      )}
      {teams.length > shown && (
        <div className={classes.line}>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setShown(shown + pageSize)}
          >
            {t('state.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function AskingTeams(props: {
  teams: Demand['teams'];
  asks: Resource<ReadonlyMap<string, TeamAsk>>;
  title: string;
}) {
  const { teams, asks, title } = props;
  const { t } = usePilotTranslation();
  const region = useRegion(asks);
  return (
    <>
      <Region state={region} thing={t('demandTeams.asks')} />
      <TeamsTable
        teams={teams}
        asks={region.value ?? new Map()}
        title={title}
      />
    </>
  );
}

function TeamsTable(props: {
  teams: Demand['teams'];
  asks?: ReadonlyMap<string, TeamAsk>;
  title: string;
}) {
  const { teams, asks, title } = props;
  const columns = useTeamColumns(asks);
  return (
    <DataTable
      label={title}
      columns={columns}
      rows={teams}
      keyOf={({ team }) => team}
    />
  );
}
