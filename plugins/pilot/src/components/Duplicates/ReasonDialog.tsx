import type { ReactNode } from 'react';
import { Dialog, DialogHeader, TextAreaField } from '@backstage/ui';
import { isBlank } from '@pilot-to-platform/plugin-pilot-common';
import { type Form, useForm } from '../../hooks/useForm';
import { FormDialog } from '../shared/FormDialog';

/** The longest text that the API takes. */
const reasonLimit = 2000;

type ReasonForm = Omit<Form<{ reason: string }, unknown>, 'submit'>;

interface Props {
  title: string;
  label: string;
  submit: string;
  children: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onLatest: () => void;
}

/** A change that needs a reason, which the log keeps. */
export function ReasonDialog(
  props: Props & {
    /** Names what is typed, for when it is opened again. */
    form: string;
    missing: string;
    onSubmit: (reason: string) => Promise<void>;
  },
) {
  const { missing, onSubmit, onOpenChange } = props;
  const form = useForm({
    name: props.form,
    initial: { reason: '' },
    problems: ({ reason }) => ({ reason: isBlank(reason) && missing }),
    send: ({ reason }) => onSubmit(reason.trim()),
  });
  return (
    <ReasonFormDialog
      {...props}
      form={form}
      onSubmit={() => form.submit(() => onOpenChange(false))}
    />
  );
}

/** Such a change with more to choose than its reason. */
export function ReasonFormDialog(
  props: Props & { form: ReasonForm; onSubmit: () => void },
) {
  const { form, isOpen, onOpenChange } = props;
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={560}>
      <DialogHeader>{props.title}</DialogHeader>
      <FormDialog
        form={form}
        submit={props.submit}
        onSubmit={props.onSubmit}
        onLatest={props.onLatest}
      >
        {props.children}
        <TextAreaField
          {...form.text('reason')}
          label={props.label}
          rows={3}
          maxLength={reasonLimit}
          isRequired
        />
      </FormDialog>
    </Dialog>
  );
}
