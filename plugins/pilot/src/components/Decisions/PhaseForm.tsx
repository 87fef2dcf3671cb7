import type { ReactNode } from 'react';
import { TextAreaField } from '@backstage/ui';
import { isBlank, type Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { useForm } from '../../hooks/useForm';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { FormDialog } from '../shared/FormDialog';
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
  const cache = usePilotCache();
  const form = useForm({
    name: props.form,
    initial: { reason: '' },
    problems: ({ reason }) => ({ reason: isBlank(reason) && missing }),
    send: ({ reason }) => onSubmit(reason.trim()),
  });
  const showLatest = () => {
    const current = form.error && pilotOf(form.error);
    if (current) cache.showPilot(current);
    else cache.phases.pilot(attempt.pilot.target).reload();
    props.onLatest();
    onClose();
  };

  return (
    <FormDialog
      form={form}
      submit={props.submit}
      onSubmit={() => form.submit(onClose)}
      onLatest={showLatest}
      conflict={error => (
        <PhaseConflict
          error={error}
          attempt={{ ...attempt, isTyped: true }}
          onLatest={showLatest}
        />
      )}
    >
      <TextAreaField
        {...form.text('reason')}
        label={props.label}
        rows={3}
        maxLength={reasonLimit}
        isRequired
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
    </FormDialog>
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
