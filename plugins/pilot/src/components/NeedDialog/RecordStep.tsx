import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import type { Interest, Urgency } from '@pilot-to-platform/plugin-pilot-common';
import type { Team } from '../../cache/loadTeams';
import { useForm } from '../../hooks/useForm';
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

/** Choices before a press on Record. */
interface RecordDraft {
  /** Ref of a team of the reader; the preselected one until then. */
  readonly chosen?: string;
  /** Another team: `null` until it is chosen. */
  readonly onBehalfOf?: Team | null;
  readonly urgency: Urgency;
}

const untouched: RecordDraft = {
  chosen: undefined,
  onBehalfOf: undefined,
  urgency: 'important',
};

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
  const recordNow = useRecord(target, isAnother);
  const known = teams.state === 'ready' ? teams.value : undefined;
  const last = lastTeam.state === 'ready' ? lastTeam.value : undefined;
  const can = demand.state === 'ready' ? demand.value.can : undefined;
  const mayRecordOnBehalf = can?.recordOnBehalf === true;
  const isInNoTeam = known?.length === 0;
  // Whoever is in no team and may record for others has only others.
  const behalfOf = ({ onBehalfOf }: RecordDraft) =>
    isInNoTeam && mayRecordOnBehalf ? onBehalfOf ?? null : onBehalfOf;
  const form = useForm({
    initial: untouched,
    sentAs: { team: 'chosen' },
    send: draft => recordNow(draft.chosen, behalfOf(draft), draft.urgency),
  });
  const { chosen, urgency } = form.draft;
  const forOther = behalfOf(form.draft);
  const mine = chosen ?? (known && preselectedTeam(known, last));
  const team = forOther === undefined ? mine : forOther?.ref;

  const record = () =>
    form.submit(outcome => {
      if (outcome.type === 'recorded') {
        props.onRecorded(outcome.interest, outcome.team);
      } else if (outcome.type === 'askedBefore') {
        onAskedBefore();
      } else if (outcome.type === 'teamMissing') {
        form.refuse('chosen', t('need.chooseTeam'));
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
          ref={form.field('chosen').ref}
          team={mine}
          problem={form.field('chosen').problem}
          mayRecordOnBehalf={mayRecordOnBehalf}
          onBehalfOf={forOther}
          onTeam={ref => form.change({ chosen: ref })}
          onOnBehalfOf={onBehalfOf => form.change({ onBehalfOf })}
        />
        <UrgencyRadios
          value={urgency}
          onChange={chosenOne => form.change({ urgency: chosenOne })}
        />
        <TargetNotes target={target} team={team} />
        {team && !isAnother && <Teammates target={target} team={team} />}
        {!isAnother && (
          <LooksAlike items={props.similar} onInstead={props.onInstead} />
        )}
        <Text as="p" variant="body-medium" className={classes.text}>
          {t(mayRecord ? 'need.next' : 'need.mayNotRecord')}
        </Text>
        {form.error && (
          <FailureAlert
            error={form.error}
            attempt="record"
            onRetry={form.retry}
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
            isPending={form.isPending}
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
