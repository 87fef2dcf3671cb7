import type { ReactNode } from 'react';
import { Button, DialogBody, DialogFooter } from '@backstage/ui';
import { errorStatus } from '../../api/errorStatus';
import type { Form } from '../../hooks/useForm';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DraftKept } from './DraftKept';
import { FailureAlert } from './FailureAlert';
import classes from './FormDialog.module.css';

/** The content of a dialog that asks for something and sends it. */
export function FormDialog(props: {
  form: Pick<
    Form<object, unknown>,
    'isKept' | 'drop' | 'isPending' | 'error' | 'retry'
  >;
  /** The text of the button that sends. */
  submit: string;
  onSubmit: () => void;
  /** Shows what there is now, after somebody else was quicker. */
  onLatest: () => void;
  /** Says who was quicker, where that can be said in more detail. */
  conflict?: (error: Error) => ReactNode;
  children: ReactNode;
}) {
  const { form, submit, onSubmit, onLatest, conflict, children } = props;
  const { error, isPending, retry } = form;
  const { t } = usePilotTranslation();
  const isConflict = error && errorStatus(error) === 409;
  return (
    <>
      <DialogBody className={classes.body}>
        <DraftKept form={form} />
        {children}
        {isConflict && conflict?.(error)}
        {error && !(isConflict && conflict) && (
          <FailureAlert
            error={error}
            attempt="change"
            onRetry={retry}
            onLatest={onLatest}
          />
        )}
      </DialogBody>
      <DialogFooter className={classes.footer}>
        <Button variant="secondary" slot="close">
          {t('need.cancel')}
        </Button>
        <Button variant="primary" isPending={isPending} onPress={onSubmit}>
          {submit}
        </Button>
      </DialogFooter>
    </>
  );
}
