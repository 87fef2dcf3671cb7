import { useState } from 'react';
import {
  Dialog,
  DialogHeader,
  Button,
  DialogBody,
  DialogFooter,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { isBlank } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useAction } from '../../hooks/useAction';
import { useFirstBadField } from '../../hooks/useFirstBadField';
import { useFormDraft } from '../../hooks/useFormDraft';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DraftKept } from '../shared/DraftKept';
import { FailureAlert } from '../shared/FailureAlert';
import type { CheckDialogProps } from './CheckDialogProps';
import classes from './Checks.module.css';
import { dayRefusal, UntilField } from './UntilField';

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
  const form = useFormDraft<{ reason: string; until: string | null }>(
    `waive ${target} ${check.id}`,
    { reason: '', until: null },
  );
  const { reason, until } = form.draft;
  const [isTried, setIsTried] = useState(false);
  const fields = useFirstBadField(['reason', 'until']);
  const { run, retry, isPending, error } = useAction();

  const waive = () => {
    setIsTried(true);
    const isBad = fields.refuse({
      reason: isBlank(reason),
      until: dayRefusal(until, waiverDays) !== undefined,
    });
    if (isBad) return;
    run(async () => {
      const answer = await api.waiveCheck(target, {
        check: check.id,
        reason: reason.trim(),
        expiresAt: until!,
      });
      form.drop();
      onOpenChange(false);
      cache.showReadiness(answer);
      onDone(t('readiness.waived'));
    });
  };

  return (
    <>
      <DialogBody className={classes.body}>
        <DraftKept form={form} />
        <TextAreaField
          ref={fields.ref('reason')}
          label={t('readiness.waiveReason')}
          rows={3}
          maxLength={reasonLimit}
          isRequired
          value={reason}
          onChange={text => form.change({ reason: text })}
          validationBehavior="aria"
          validate={text =>
            isTried && isBlank(text) ? t('readiness.waiveReasonMissing') : null
          }
        />
        <UntilField
          ref={fields.ref('until')}
          label={t('readiness.until')}
          value={until}
          days={waiverDays}
          isTried={isTried}
          onChange={day => form.change({ until: day })}
        />
        <Text as="p" className={classes.text}>
          {t('readiness.waiveEffect')}
        </Text>
        {error && (
          <FailureAlert
            error={error}
            attempt="change"
            onRetry={retry}
            onLatest={() => cache.phases.readiness(target).reload()}
          />
        )}
      </DialogBody>
      <DialogFooter className={classes.footer}>
        <Button variant="secondary" slot="close">
          {t('need.cancel')}
        </Button>
        <Button variant="primary" isPending={isPending} onPress={waive}>
          {t('readiness.waive')}
        </Button>
      </DialogFooter>
    </>
  );
}
