import { useState, type ReactNode } from 'react';
import { Button, DialogBody, DialogFooter, TextAreaField } from '@backstage/ui';
import { isBlank } from '@pilot-to-platform/plugin-pilot-common';
import { errorStatus } from '../../api/errorStatus';
import { useAction } from '../../hooks/useAction';
import { useFirstBadField } from '../../hooks/useFirstBadField';
import { useFormDraft } from '../../hooks/useFormDraft';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { FailureAlert } from '../shared/FailureAlert';
import { DraftKept } from '../shared/DraftKept';
import classes from './GateBox.module.css';
import { pilotOf } from './pilotOf';
import { PhaseConflict, type Attempt } from './PhaseConflict';

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
  /** What the reader changes does not stand any more as it is shown. */
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
