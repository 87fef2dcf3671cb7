import { forwardRef } from 'react';
import { Button, Text, Select, Combobox, useAsyncList } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { type Team, findTeams } from '../../cache/loadTeams';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import classes from './NeedDialog.module.css';

/** The team that an interest counts for. */
const TeamSelect = forwardRef<
  HTMLDivElement,
  {
    /** None while they are on their way. */
    teams: readonly Team[] | undefined;
    value: string | undefined;
    problem: string | undefined;
    autoFocus: boolean;
    onChange: (team: string) => void;
  }
>((props, ref) => {
  const { teams, value, problem, autoFocus, onChange } = props;
  const { t } = usePilotTranslation();
  return (
    <Select
      ref={ref}
      label={t('need.team')}
      placeholder={t('need.selectTeam')}
      options={(teams ?? []).map(team => ({ id: team.ref, label: team.name }))}
      value={value ?? null}
      onChange={key => key !== null && onChange(String(key))}
      autoFocus={autoFocus}
      // React Aria validates no empty value, so the field says it by itself.
      isInvalid={problem !== undefined && value === undefined}
      description={value === undefined ? problem : undefined}
    />
  );
});

/** One of the reader's teams, or any team for whoever may record on behalf. */
export const TeamChoice = forwardRef<
  HTMLDivElement,
  {
    team: string | undefined;
    /** Says that a team is missing, once that was found. */
    problem: string | undefined;
    mayRecordOnBehalf: boolean;
    /** None chosen yet: `null`. One of the reader's own is meant: absent. */
    onBehalfOf: Team | null | undefined;
    onTeam: (team: string) => void;
    onOnBehalfOf: (team: Team | null | undefined) => void;
  }
>((props, ref) => {
  const { team, problem, mayRecordOnBehalf, onBehalfOf } = props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const teams = useResource(cache.teams);
  const known = teams.state === 'ready' ? teams.value : undefined;
  const isForAnother = onBehalfOf !== undefined;
  const hasOwn = known === undefined || known.length > 0;
  return (
    <>
      {isForAnother && (
        <AnyTeamSelect
          problem={onBehalfOf === null ? problem : undefined}
          onChange={chosen => props.onOnBehalfOf(chosen ?? null)}
        />
      )}
      {!isForAnother && teams.state === 'failed' && (
        <LoadFailed
          thing={t('need.things.teams')}
          onRetry={() => cache.teams.reload()}
        />
      )}
      {!isForAnother && teams.state !== 'failed' && (
        <TeamSelect
          ref={ref}
          teams={known}
          value={team}
          problem={problem}
          // Several teams and none used before: nothing can be recorded yet.
          autoFocus={known !== undefined && team === undefined}
          onChange={props.onTeam}
        />
      )}
      {onBehalfOf && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('need.onBehalf', { team: onBehalfOf.name })}
        </Text>
      )}
      {mayRecordOnBehalf && hasOwn && (
        <div>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => props.onOnBehalfOf(isForAnother ? undefined : null)}
          >
            {t(isForAnother ? 'need.forMine' : 'need.forAnother')}
          </Button>
        </div>
      )}
    </>
  );
});

/** Any team of the portal, for whoever may record on behalf of others. */
function AnyTeamSelect(props: {
  problem: string | undefined;
  onChange: (team: Team | undefined) => void;
}) {
  const { problem, onChange } = props;
  const { t } = usePilotTranslation();
  const catalogApi = useApi(catalogApiRef);
  const cache = usePilotCache();
  const teams = useAsyncList<{ id: string; label: string }>({
    load: async ({ filterText }) => {
      const policy = await cache.policy.settled();
      const types =
        policy.state === 'ready' ? policy.value.interest.teamTypes : undefined;
      const found = await findTeams(catalogApi, filterText ?? '', types);
      return {
        items: found.map(({ ref, name }) => ({ id: ref, label: name })),
      };
    },
  });
  return (
    <Combobox
      autoFocus
      label={t('need.anyTeam')}
      options={teams}
      search={{ mode: 'server' }}
      onChange={item =>
        onChange(item ? { ref: String(item.id), name: item.label } : undefined)
      }
      isInvalid={problem !== undefined}
      description={problem ?? t('need.findTeamHint')}
    />
  );
}
