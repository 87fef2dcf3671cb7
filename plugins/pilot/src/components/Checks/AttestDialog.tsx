import { useState } from 'react';
import {
  Dialog,
  DialogHeader,
  Button,
  DialogBody,
  DialogFooter,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
  Text,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { isBlank } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useAction } from '../../hooks/useAction';
import { useFirstBadField } from '../../hooks/useFirstBadField';
import { useFormDraft } from '../../hooks/useFormDraft';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { DraftKept } from '../shared/DraftKept';
import { EntityName } from '../shared/EntityName';
import { FailureAlert } from '../shared/FailureAlert';
import type { CheckDialogProps } from './CheckDialogProps';
import classes from './Checks.module.css';
import { dayRefusal, lastDay, UntilField } from './UntilField';

/** The longest texts that the API takes. */
const noteLimit = 2000;

const evidenceLimit = 2000;

const isLink = (text: string) => /^https?:\/\/[^\s/]+\S*$/i.test(text.trim());

/** The owner's signed answer to a check. */
export function AttestDialog(props: CheckDialogProps) {
  const { check, isOpen, onOpenChange } = props;
  const { t } = usePilotTranslation();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={560}>
      <DialogHeader>
        {t('readiness.attestTitle', {
          question: check.question,
        })}
      </DialogHeader>
      <AttestForm {...props} />
    </Dialog>
  );
}

/** Answer, evidence, note and until when: what an owner signs. */
function AttestForm(props: CheckDialogProps) {
  const { readiness, check, onOpenChange, onDone } = props;
  const { target } = readiness;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const days = check.attestationDays ?? 0;
  const longest = lastDay(days);
  const form = useFormDraft<{
    verdict: 'pass' | 'fail';
    evidence: string;
    note: string;
    until: string | null;
  }>(`attest ${target} ${check.id}`, {
    verdict: 'pass',
    evidence: '',
    note: '',
    until: longest,
  });
  const { verdict, evidence, note, until } = form.draft;
  const [isTried, setIsTried] = useState(false);
  const fields = useFirstBadField(['evidence', 'until']);
  const { run, retry, isPending, error } = useAction();

  const sign = () => {
    setIsTried(true);
    const isBad = fields.refuse({
      evidence: !isLink(evidence),
      until: dayRefusal(until, days) !== undefined,
    });
    if (isBad) return;
    run(async () => {
      const answer = await api.attestCheck(target, {
        check: check.id,
        verdict,
        evidence: evidence.trim(),
        note: isBlank(note) ? null : note.trim(),
        // As long as the check allows is what the API does by itself.
        ...(until !== longest && { expiresAt: until! }),
      });
      form.drop();
      onOpenChange(false);
      cache.showReadiness(answer);
      onDone(t('readiness.signed'));
    });
  };

  return (
    <>
      <DialogBody className={classes.body}>
        <DraftKept form={form} />
        <RadioGroup
          label={t('readiness.holds')}
          orientation="horizontal"
          value={verdict}
          onChange={value => form.change({ verdict: value as 'pass' | 'fail' })}
        >
          <Radio value="pass">{t('readiness.yes')}</Radio>
          <Radio value="fail">{t('readiness.notYet')}</Radio>
        </RadioGroup>
        <TextField
          ref={fields.ref('evidence')}
          label={t('readiness.evidenceLink')}
          description={t('readiness.evidenceHint')}
          type="url"
          placeholder="https://"
          maxLength={evidenceLimit}
          isRequired
          value={evidence}
          onChange={text => form.change({ evidence: text })}
          validationBehavior="aria"
          validate={text =>
            isTried && !isLink(text) ? t('readiness.evidenceMissing') : null
          }
        />
        <TextAreaField
          label={t('readiness.note')}
          rows={2}
          maxLength={noteLimit}
          value={note}
          onChange={text => form.change({ note: text })}
        />
        <UntilField
          ref={fields.ref('until')}
          label={t('readiness.validUntil')}
          value={until}
          days={days}
          isTried={isTried}
          onChange={day => form.change({ until: day })}
        />
        <SignsAs owner={readiness.owner} />
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
        <Button variant="primary" isPending={isPending} onPress={sign}>
          {t('readiness.signButton')}
        </Button>
      </DialogFooter>
    </>
  );
}

/** "You sign as Dana, for Partner Tech." */
function SignsAs({ owner }: { owner: string | null }) {
  const { t } = usePilotTranslation();
  const reader = useResource(usePilotCache().reader);
  if (reader.state !== 'ready') return null;
  const person = <EntityName entityRef={reader.value} />;
  return (
    <Text as="p" className={classes.text}>
      {owner
        ? t('readiness.sign', {
            person,
            team: <EntityName entityRef={owner} />,
          })
        : t('readiness.signAlone', { person })}
    </Text>
  );
}
