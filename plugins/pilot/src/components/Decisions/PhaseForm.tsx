import { useState, type ReactNode } from 'react';
import { Button, DialogBody, DialogFooter, TextAreaField } from '@backstage/ui';
import { isBlank, type Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { errorStatus } from '../../api/errorStatus';
import { useAction } from '../../hooks/useAction';
import { useFirstBadField } from '../../hooks/useFirstBadField';
import { useFormDraft } from '../../hooks/useFormDraft';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DraftKept } from '../shared/DraftKept';
import { FailureAlert } from '../shared/FailureAlert';
import classes from './GateBox.module.css';
import { pilotOf, PhaseConflict, type Attempt } from './PhaseConflict';

/** The longest text that the API takes. */
const reasonLimit = 4000;

/** A reason for a proposal or a decision, which is kept for good. */
export function PhaseForm(props: {
  /** Names what is typed, for when it is opened again. */
  form: string;
  attempt: Omit<Attempt, 'isTyped'>;
  label: string;
  missing: string;
  submit: string;
  notes: readonly ReactNode[];
  onClose: () => void;
  /** Leads back to the Pilot as it is now, after a conflict. */
  onLatest: () => void;
  onSubmit: (reason: string) => Promise<void>;
}) {
  const { attempt, missing, onClose, onSubmit } = props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const form = useFormDraft(props.form, { reason: '' });
  const { reason } = form.draft;
  const [isTried, setIsTried] = useState(false);
  const fields = useFirstBadField(['reason']);
  const { run, retry, isPending, error } = useAction();

  const submit = () => {
    setIsTried(true);
    if (fields.refuse({ reason: isBlank(reason) })) return;
    run(async () => {
      await onSubmit(reason.trim());
      form.drop();
      onClose();
    });
  };
  const showLatest = () => {
    const current = error && pilotOf(error);
    if (current) cache.showPilot(current);
    else cache.phases.pilot(attempt.pilot.target).reload();
    props.onLatest();
    onClose();
  };

  return (
    <>
      <DialogBody className={classes.body}>
        <DraftKept form={form} />
        <TextAreaField
          ref={fields.ref('reason')}
          label={props.label}
          rows={3}
          maxLength={reasonLimit}
          isRequired
          value={reason}
          onChange={text => form.change({ reason: text })}
          validationBehavior="aria"
          validate={text => (isTried && isBlank(text) ? missing : null)}
        />
        {props.notes.map(
          (note, index) =>
            note && (
              // eslint-disable-next-line react/no-array-index-key -- never reordered
              <p key={index} className={classes.text}>
                {note}
              </p>
            ),
        )}
        {error && errorStatus(error) === 409 && (
          <PhaseConflict
            error={error}
            attempt={{ ...attempt, isTyped: true }}
            onLatest={showLatest}
          />
        )}
        {error && errorStatus(error) !== 409 && (
          <FailureAlert
            error={error}
            attempt="change"
            onRetry={retry}
            onLatest={showLatest}
          />
        )}
      </DialogBody>
      <DialogFooter className={classes.footer}>
        <Button variant="secondary" slot="close">
          {t('need.cancel')}
        </Button>
        <Button variant="primary" isPending={isPending} onPress={submit}>
          {props.submit}
        </Button>
      </DialogFooter>
    </>
  );
}

/** "Recorded with it: score 47 Strong, 5 teams, readiness 62%, 0 left." */
export function RecordedWithIt(props: { pilot: Pilot; hasGate: boolean }) {
  const { pilot, hasGate } = props;
  const { demand, readiness, gate } = pilot;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const list = new Intl.ListFormat(useLanguage(), {
    type: 'unit',
    style: 'short',
  });
  const facts = [
    t('gate.fact.score', {
      score: numbers.score(demand.score),
      level: t(`level.${demand.level}`),
    }),
    t('demand.teams', { count: demand.counts.teams }),
    ...(readiness && readiness.score !== null
      ? [
          t('gate.fact.readiness', {
            percent: numbers.percent(readiness.score),
          }),
        ]
      : []),
    ...(hasGate && gate
      ? [t('gate.fact.left', { number: numbers.count(gate.left.length) })]
      : []),
  ];
  return <>{t('gate.recorded', { facts: list.format(facts) })}</>;
}
