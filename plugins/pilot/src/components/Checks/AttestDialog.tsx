import {
  Dialog,
  DialogHeader,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
  Text,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { isBlank } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useForm } from '../../hooks/useForm';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { EntityName } from '../shared/EntityName';
import { FormDialog } from '../shared/FormDialog';
import type { CheckDialogProps } from './CheckDialogProps';
import classes from './Checks.module.css';
import { lastDay, UntilField, useDayProblem } from './UntilField';

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
  const dayProblem = useDayProblem(days);
  const form = useForm({
    name: `attest ${target} ${check.id}`,
    initial: {
      verdict: 'pass' as 'pass' | 'fail',
      evidence: '',
      note: '',
      until: longest as string | null,
    },
    problems: ({ evidence, until }) => ({
      evidence: !isLink(evidence) && t('readiness.evidenceMissing'),
      until: dayProblem(until),
    }),
    sentAs: { expiresAt: 'until' },
    send: ({ verdict, evidence, note, until }) =>
      api.attestCheck(target, {
        check: check.id,
        verdict,
        evidence: evidence.trim(),
        note: isBlank(note) ? null : note.trim(),
        // As long as the check allows is what the API does by itself.
        ...(until !== longest && { expiresAt: until! }),
      }),
  });
  const sign = () =>
    form.submit(answer => {
      onOpenChange(false);
      cache.showReadiness(answer);
      onDone(t('readiness.signed'));
    });

  return (
    <FormDialog
      form={form}
      submit={t('readiness.signButton')}
      onSubmit={sign}
      onLatest={() => cache.phases.readiness(target).reload()}
    >
      <RadioGroup
        label={t('readiness.holds')}
        orientation="horizontal"
        value={form.draft.verdict}
        onChange={value => form.change({ verdict: value as 'pass' | 'fail' })}
      >
        <Radio value="pass">{t('readiness.yes')}</Radio>
        <Radio value="fail">{t('readiness.notYet')}</Radio>
      </RadioGroup>
      <TextField
        {...form.text('evidence')}
        label={t('readiness.evidenceLink')}
        description={t('readiness.evidenceHint')}
        type="url"
        placeholder="https://"
        maxLength={evidenceLimit}
        isRequired
      />
      <TextAreaField
        {...form.text('note')}
        label={t('readiness.note')}
        rows={2}
        maxLength={noteLimit}
      />
      <UntilField
        {...form.field('until')}
        label={t('readiness.validUntil')}
        value={form.draft.until}
        days={days}
        onChange={day => form.change({ until: day })}
      />
      <SignsAs owner={readiness.owner} />
    </FormDialog>
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
