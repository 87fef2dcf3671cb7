import { Dialog, DialogHeader, Text, TextAreaField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { isBlank } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useForm } from '../../hooks/useForm';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { FormDialog } from '../shared/FormDialog';
import type { CheckDialogProps } from './CheckDialogProps';
import classes from './Checks.module.css';
import { UntilField, useDayProblem } from './UntilField';

/** The longest text that the API takes. */
const reasonLimit = 2000;

/** An approver's exemption from a check. */
export function WaiveDialog(props: CheckDialogProps) {
  const { check, isOpen, onOpenChange } = props;
  const { t } = usePilotTranslation();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={560}>
      <DialogHeader>
        {t('readiness.waiveTitle', {
          question: check.question,
        })}
      </DialogHeader>
      <WaiveForm {...props} />
    </Dialog>
  );
}

/** Asks why a check can wait, and until when: both are required. */
function WaiveForm(props: CheckDialogProps) {
  const { readiness, check, onOpenChange, onDone } = props;
  const { target, waiverDays } = readiness;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const dayProblem = useDayProblem(waiverDays);
  const form = useForm({
    name: `waive ${target} ${check.id}`,
    initial: { reason: '', until: null as string | null },
    problems: ({ reason, until }) => ({
      reason: isBlank(reason) && t('readiness.waiveReasonMissing'),
      until: dayProblem(until),
    }),
    sentAs: { expiresAt: 'until' },
    send: ({ reason, until }) =>
      api.waiveCheck(target, {
        check: check.id,
        reason: reason.trim(),
        expiresAt: until!,
      }),
  });
  const waive = () =>
    form.submit(answer => {
      onOpenChange(false);
      cache.showReadiness(answer);
      onDone(t('readiness.waived'));
    });

  return (
    <FormDialog
      form={form}
      submit={t('readiness.waive')}
      onSubmit={waive}
      onLatest={() => cache.phases.readiness(target).reload()}
    >
      <TextAreaField
        {...form.text('reason')}
        label={t('readiness.waiveReason')}
        rows={3}
        maxLength={reasonLimit}
        isRequired
      />
      <UntilField
        {...form.field('until')}
        label={t('readiness.until')}
        value={form.draft.until}
        days={waiverDays}
        onChange={day => form.change({ until: day })}
      />
      <Text as="p" className={classes.text}>
        {t('readiness.waiveEffect')}
      </Text>
    </FormDialog>
  );
}
