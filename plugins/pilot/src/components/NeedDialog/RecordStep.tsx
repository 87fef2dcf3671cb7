import { useRef, useState } from 'react';
import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import type { Interest, Urgency } from '@pilot-to-platform/plugin-pilot-common';
import { useAction } from '../../hooks/useAction';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../LoadState/LoadFailed';
import { FailureAlert } from './FailureAlert';
import { standing } from './NeedStep';
import classes from './NeedDialog.module.css';
import { NoTeam } from './NoTeam';
import { preselectedTeam } from './preselectedTeam';
import { TargetNotes } from './TargetNotes';
import { TeamSelect } from './TeamSelect';
import { UrgencyRadios } from './UrgencyRadios';
import { anotherUseCaseKey, newUseCaseKey } from './useCaseKeys';

/** Everything prefilled, so that one press records. */
export function RecordStep(props: {
  target: string;
  /** Beside what the reader has recorded here already. */
  isAnother: boolean;
  onRecorded: (interest: Interest, teamName: string) => void;
  /** What the reader recorded here before has only now been learned. */
  onAskedBefore: () => void;
  onStatus: (status: string) => void;
  onClose: () => void;
}) {
  const { target, isAnother, onRecorded, onAskedBefore, onStatus, onClose } =
    props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const teams = useResource(cache.teams);
  const lastTeam = useResource(cache.lastTeam);
  const demand = useResource(cache.demand(target));
  const [chosen, setChosen] = useState<string>();
  const [urgency, setUrgency] = useState<Urgency>('important');
  const [isTeamMissing, setIsTeamMissing] = useState(false);
  // One key for all attempts, so that trying again records nothing twice.
  const [freshKey] = useState(newUseCaseKey);
  const teamSelect = useRef<HTMLDivElement>(null);
  const action = useAction();

  const known = teams.state === 'ready' ? teams.value : undefined;
  const last = lastTeam.state === 'ready' ? lastTeam.value : undefined;
  const team = chosen ?? (known && preselectedTeam(known, last));

  const record = () =>
    action.run(async () => {
      // Pressed at once, before it is known which teams and interests there are.
      const [myTeams, lastUsed, own] = await Promise.all([
        cache.teams.settled(),
        cache.lastTeam.settled(),
        cache.own(target).settled(),
      ]);
      if (myTeams.state !== 'ready') return;
      const forTeam =
        chosen ??
        preselectedTeam(
          myTeams.value,
          lastUsed.state === 'ready' ? lastUsed.value : undefined,
        );
      if (!forTeam) {
        setIsTeamMissing(true);
        teamSelect.current?.querySelector('button')?.focus();
        return;
      }
      const interests = own.state === 'ready' ? own.value : [];
      if (!isAnother && standing(interests).length > 0) {
        onAskedBefore();
        return;
      }
      const useCaseKey = isAnother
        ? anotherUseCaseKey(forTeam, interests, freshKey)
        : undefined;
      const interest = await cache.record(target, {
        team: forTeam,
        urgency,
        useCaseKey,
      });
      const name = myTeams.value.find(({ ref }) => ref === forTeam)!.name;
      onRecorded(interest, name);
    });

  if (known?.length === 0) {
    return <NoTeam target={target} onStatus={onStatus} onClose={onClose} />;
  }
  const mayRecord =
    demand.state !== 'ready' || demand.value.can.record !== 'notAllowed';
  return (
    <>
      <DialogBody className={classes.body}>
        {teams.state === 'failed' ? (
          <LoadFailed
            thing={t('need.things.teams')}
            onRetry={() => cache.teams.reload()}
          />
        ) : (
          <TeamSelect
            ref={teamSelect}
            teams={known}
            value={team}
            isMissing={isTeamMissing}
            // Several teams and none used before: nothing can be recorded yet.
            autoFocus={known !== undefined && team === undefined}
            onChange={setChosen}
          />
        )}
        <UrgencyRadios value={urgency} onChange={setUrgency} />
        <TargetNotes target={target} team={team} />
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
