import { useRef, useState, type ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { isBlank } from '@pilot-to-platform/plugin-pilot-common';
import { useAction } from '../../hooks/useAction';
import { useFormDraft } from '../../hooks/useFormDraft';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { FailureAlert } from '../shared/FailureAlert';
import { DraftKept } from '../shared/DraftKept';
import classes from './Fragmentation.module.css';

/** The longest text that the API takes. */
const reasonLimit = 2000;

/** A change that needs a reason, which the log keeps. */
export function ReasonDialog(props: {
  /** Names what is typed, for when it is opened again. */
  form: string;
  title: string;
  label: string;
  missing: string;
  submit: string;
  children?: ReactNode;
  /** Something else is to be put right first; it says so itself. */
  isBlocked?: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onLatest: () => void;
  onSubmit: (reason: string) => Promise<void>;
}) {
  const { isOpen, onOpenChange, onSubmit } = props;
  const { t } = usePilotTranslation();
  const form = useFormDraft(props.form, { reason: '' });
  const { reason } = form.draft;
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const { run, retry, isPending, error } = useAction();

  const submit = () => {
    const isEmpty = isBlank(reason);
    setIsMissing(isEmpty);
    if (isEmpty) field.current?.querySelector('textarea')?.focus();
    if (isEmpty || props.isBlocked) return;
    run(async () => {
      await onSubmit(reason.trim());
      form.drop();
      onOpenChange(false);
    });
  };

  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={560}>
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody className={classes.body}>
        <DraftKept form={form} />
        {props.children}
        <TextAreaField
          ref={field}
          label={props.label}
          rows={3}
          maxLength={reasonLimit}
          isRequired
          value={reason}
          onChange={text => form.change({ reason: text })}
          validationBehavior="aria"
          validate={value =>
            isMissing && isBlank(value) ? props.missing : null
          }
        />
        {error && (
          <FailureAlert
            error={error}
            attempt="change"
            onRetry={retry}
            onLatest={props.onLatest}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('need.cancel')}
        </Button>
        <Button variant="primary" isPending={isPending} onPress={submit}>
          {props.submit}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
