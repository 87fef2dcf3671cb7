import { useRef, useState } from 'react';
import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import type { Interest, Urgency } from '@pilot-to-platform/plugin-pilot-common';
import type { Team } from '../../cache/loadTeams';
import { useAction } from '../../hooks/useAction';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { FailureAlert } from '../shared/FailureAlert';
import { LooksAlike, type SimilarItem } from './LooksAlike';
import classes from './NeedDialog.module.css';
import { NoTeam } from './NoTeam';
import { TargetNotes } from './TargetNotes';
import { TeamChoice } from './TeamChoice';
import { UrgencyRadios } from './UrgencyRadios';
import { preselectedTeam, useRecord } from './useRecord';

/** Everything prefilled, so that one press records. */
export function RecordStep(props: {
  target: string;
  /** Beside what the reader has recorded here already. */
  isAnother: boolean;
  similar: readonly SimilarItem[];
  onRecorded: (interest: Interest, teamName: string) => void;
  onInstead: (target: string) => void;
  /** Reports that an earlier interest of the reader has just been loaded. */
  onAskedBefore: () => void;
  onStatus: (status: string) => void;
  onClose: () => void;
}) {
  const { target, isAnother, onAskedBefore, onClose } = props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const teams = useResource(cache.teams);
  const lastTeam = useResource(cache.lastTeam);
  const demand = useResource(cache.demand(target));
  const [chosen, setChosen] = useState<string>();
  const [onBehalfOf, setOnBehalfOf] = useState<Team | null>();
  const [urgency, setUrgency] = useState<Urgency>('important');
  const [isTeamMissing, setIsTeamMissing] = useState(false);
  const teamSelect = useRef<HTMLDivElement>(null);
  const recordNow = useRecord(target, isAnother);
  const action = useAction();

  const known = teams.state === 'ready' ? teams.value : undefined;
  const last = lastTeam.state === 'ready' ? lastTeam.value : undefined;
  const can = demand.state === 'ready' ? demand.value.can : undefined;
  const mayRecordOnBehalf = can?.recordOnBehalf === true;
  const isInNoTeam = known?.length === 0;
  // Whoever is in no team and may record for others has only others.
  const forOther =
    isInNoTeam && mayRecordOnBehalf ? onBehalfOf ?? null : onBehalfOf;
  const mine = chosen ?? (known && preselectedTeam(known, last));
  const team = forOther === undefined ? mine : forOther?.ref;

  const record = () =>
    action.run(async () => {
      const outcome = await recordNow(chosen, forOther, urgency);
      if (outcome.type === 'recorded') {
        props.onRecorded(outcome.interest, outcome.team);
      } else if (outcome.type === 'askedBefore') {
        onAskedBefore();
      } else if (outcome.type === 'teamMissing') {
        setIsTeamMissing(true);
        teamSelect.current?.querySelector('button')?.focus();
      }
    });

  if (isInNoTeam && !mayRecordOnBehalf) {
    return (
      <NoTeam target={target} onStatus={props.onStatus} onClose={onClose} />
    );
  }
  const mayRecord = can?.record !== 'notAllowed' || mayRecordOnBehalf;
  return (
    <>
      <DialogBody className={classes.body}>
        <TeamChoice
          ref={teamSelect}
          team={mine}
          isMissing={isTeamMissing}
          mayRecordOnBehalf={mayRecordOnBehalf}
          onBehalfOf={forOther}
          onTeam={setChosen}
          onOnBehalfOf={setOnBehalfOf}
        />
        <UrgencyRadios value={urgency} onChange={setUrgency} />
        <TargetNotes target={target} team={team} />
        {team && !isAnother && <Teammates target={target} team={team} />}
        {!isAnother && (
          <LooksAlike items={props.similar} onInstead={props.onInstead} />
        )}
        <Text as="p" variant="body-medium" className={classes.text}>
          {t(mayRecord ? 'need.next' : 'need.mayNotRecord')}
        </Text>
        {action.error && (
          <FailureAlert
            error={action.error}
            attempt="record"
            onRetry={action.retry}
            onLatest={() => {
              cache.own(target).reload();
              onAskedBefore();
            }}
          />
        )}
      </DialogBody>
      <DialogFooter className={classes.footer}>
        <Button variant="secondary" onPress={onClose}>
          {t('need.cancel')}
        </Button>
        {mayRecord && (
          <Button
            variant="primary"
            autoFocus={known === undefined || team !== undefined}
            isPending={action.isPending}
            onPress={record}
          >
            {t('need.record')}
          </Button>
        )}
      </DialogFooter>
    </>
  );
}

/** Counts who in the chosen team asked already; nothing waits for it. */
function Teammates(props: { target: string; team: string }) {
  const { target, team } = props;
  const { t } = usePilotTranslation();
  const asked = useResource(usePilotCache().askedByTeam(target, team));
  const name = useName(team);
  const count = asked.state === 'ready' ? asked.value : 0;
  if (count === 0) return null;
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {t('need.teammates', { count, team: name })}
    </Text>
  );
}
