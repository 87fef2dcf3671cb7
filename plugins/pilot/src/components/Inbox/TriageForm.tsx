import { Button, Select, TextAreaField } from '@backstage/ui';
import {
  isBlank,
  type Interest,
  interestSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { errorStatus } from '../../api/errorStatus';
import { useForm } from '../../hooks/useForm';
import { useAuthorName, useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Conflict } from '../shared/Conflict';
import { DraftKept } from '../shared/DraftKept';
import { FailureAlert } from '../shared/FailureAlert';
import { Instant } from '../shared/Instant';
import {
  answers,
  draftOf,
  lacksReason,
  triageForm,
  type AnswerDraft,
} from './answers';
import classes from './Inbox.module.css';
import { useTriage } from './useTriage';

/** The longest text that the API takes. */
const noteLimit = 2000;

/** The owner's answer to an interest. */
export function TriageForm(props: {
  interest: Interest;
  /** True where saving leads on to a next row. */
  isFollowed: boolean;
  onSaved: (after: Interest) => Promise<void>;
  onLatest: (current: Interest | undefined) => void;
}) {
  const { interest, isFollowed, onSaved, onLatest } = props;
  const { t } = usePilotTranslation();
  const author = useAuthorName(interest);
  const triage = useTriage();
  const reason = t('inbox.reason', { author });
  const form = useForm({
    name: triageForm(interest),
    initial: draftOf(interest),
    problems: draft => ({ note: lacksReason(draft) && reason }),
    send: ({ status, note }) =>
      triage(interest, { status, note: isBlank(note) ? null : note.trim() }),
  });
  const { draft, error } = form;
  const isDeclined = draft.status === 'declined';
  const isConflict = error && errorStatus(error) === 409;

  return (
    <div className={classes.form}>
      <DraftKept form={form} />
      <Select
        className={classes.status}
        label={t('inbox.status')}
        options={answers.map(id => ({ id, label: t(`status.${id}`) }))}
        value={draft.status}
        onChange={key => form.change({ status: key as AnswerDraft['status'] })}
      />
      <TextAreaField
        {...form.text('note')}
        label={t('inbox.note')}
        description={isDeclined ? reason : undefined}
        rows={2}
        maxLength={noteLimit}
        isRequired={isDeclined}
      />
      {error && isConflict && (
        <ConflictAlert
          error={error}
          onLatest={() => {
            // What was chosen and typed so far stays beside the newer answer.
            form.hold();
            onLatest(currentOf(error));
            form.forget();
            form.focus('note');
          }}
        />
      )}
      {error && !isConflict && (
        <FailureAlert
          error={error}
          attempt="change"
          onRetry={form.retry}
          onLatest={() => {
            form.hold();
            onLatest(undefined);
          }}
        />
      )}
      <div className={classes.line}>
        <Button
          size="small"
          variant="primary"
          isPending={form.isPending}
          onPress={() => form.submit(onSaved)}
        >
          {t(isFollowed ? 'inbox.saveNext' : 'inbox.save')}
        </Button>
      </div>
    </div>
  );
}

/** Says who was quicker. What was typed stays, and nothing is overwritten. */
function ConflictAlert(props: { error: Error; onLatest: () => void }) {
  const { error, onLatest } = props;
  const current = currentOf(error);
  return (
    <Conflict
      error={error}
      title={current && <ChangedBy interest={current} />}
      onLatest={onLatest}
    />
  );
}

function ChangedBy({ interest }: { interest: Interest }) {
  const { t } = usePilotTranslation();
  const person = changedBy(interest);
  const name = useName(person ?? interest.team);
  return (
    <>
      {t('state.conflict', {
        who: person ? name : t('inbox.nobody'),
        when: <Instant iso={interest.updatedAt} />,
      })}
    </>
  );
}

/** The interest as it stands, from the refusal of a change made on an older one. */
function currentOf(error: Error): Interest | undefined {
  if (!('body' in error)) return undefined;
  const { current } = (error.body ?? {}) as { current?: unknown };
  const parsed = interestSchema.safeParse(current);
  return parsed.success ? parsed.data : undefined;
}

/**
 * Returns who made the latest change, if known: the owner who answered, else
 * the author.
 */
function changedBy(interest: Interest): string | null {
  const { statusAt, statusBy, updatedAt, author } = interest;
  return statusAt === updatedAt ? statusBy : author;
}
