import { forwardRef } from 'react';
import { Button, Text } from '@backstage/ui';
import type { Team } from '../../cache/loadMyTeams';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import { AnyTeamSelect } from './AnyTeamSelect';
import classes from './NeedDialog.module.css';
import { TeamSelect } from './TeamSelect';

/** One of the reader's teams, or any team for whoever may record on behalf. */
export const TeamChoice = forwardRef<
  HTMLDivElement,
  {
    team: string | undefined;
    isMissing: boolean;
    mayRecordOnBehalf: boolean;
    /** None chosen yet: `null`. One of the reader's own is meant: absent. */
    onBehalfOf: Team | null | undefined;
    onTeam: (team: string) => void;
    onOnBehalfOf: (team: Team | null | undefined) => void;
  }
>((props, ref) => {
  const { team, isMissing, mayRecordOnBehalf, onBehalfOf } = props;
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
          isMissing={isMissing && onBehalfOf === null}
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
          isMissing={isMissing}
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
