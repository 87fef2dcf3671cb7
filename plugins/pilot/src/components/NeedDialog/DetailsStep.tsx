import { useState } from 'react';
import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { ownToday } from '../../format/ownToday';
import { useForm } from '../../hooks/useForm';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DraftKept } from '../shared/DraftKept';
import { FailureAlert } from '../shared/FailureAlert';
import { ConcreteMeter } from './ConcreteMeter';
import { DetailsFields } from './DetailsFields';
import {
  detailsForm,
  draftOf,
  isPastDay,
  isSameDraft,
  requestOf,
  type InterestDraft,
} from './InterestDraft';
import { LooksAlike, type SimilarItem, OthersLook } from './LooksAlike';
import classes from './NeedDialog.module.css';
import { UrgencyRadios } from './UrgencyRadios';
import { useAskInstead } from './useAskInstead';

/** Asks for details that make an interest concrete, all optional. */
export function DetailsStep(props: {
  interest: Interest;
  isNew: boolean;
  similar: readonly SimilarItem[];
  /** Gets the text of the use case so far. */
  onTyped: (useCase: string) => void;
  /** Recorded in another target, and withdrawn here. */
  onInstead: (interest: Interest, teamName: string) => void;
  /** The reader has asked for this other target before. */
  onAskedBefore: (target: string) => void;
  onUndone: () => void;
  onBack: () => void;
  onStatus: (status: string) => void;
  onClose: () => void;
}) {
  const { isNew, similar, onTyped, onUndone, onBack, onStatus, onClose } =
    props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const [interest, setInterest] = useState(props.interest);
  const saved = draftOf(interest);
  const team = useName(interest.team);
  const askInstead = useAskInstead();
  const form = useForm({
    name: detailsForm(interest),
    initial: saved,
    problems: content => ({
      neededBy: isPastDay(content, saved, ownToday()) && t('need.neededByPast'),
    }),
    send: content =>
      cache.record(interest.target, requestOf(interest, content)),
  });
  const { draft, isPending, error } = form;

  const change = (part: Partial<InterestDraft>) => {
    form.change(part);
    if (part.useCase !== undefined) onTyped(part.useCase);
  };
  const save = (onSaved: () => void) =>
    form.submit(after => {
      setInterest(after);
      onSaved();
    });
  const saveAndStay = () => save(() => onStatus(t('need.saved')));
  /** Whoever says that they are done means what they typed. */
  const finish = () => {
    if (isSameDraft(draft, saved)) onClose();
    else save(onClose);
  };
  const undo = () =>
    form.run(async () => {
      await cache.withdraw(interest);
      onUndone();
    });
  const instead = (other: string) =>
    form.run(async () => {
      const after = await askInstead(interest, draft, other);
      if (after) props.onInstead(after, team);
      else props.onAskedBefore(other);
    });

  return (
    <>
      <DialogBody className={classes.body}>
        <DraftKept form={form} />
        {isNew && (
          <div className={classes.ends}>
            <Text as="p" variant="body-medium" className={classes.text}>
              {t('need.hint')}
            </Text>
            <Button size="small" variant="secondary" onPress={undo}>
              {t('need.undo')}
            </Button>
          </div>
        )}
        {interest.internal && (
          <Text as="p" variant="body-medium" className={classes.text}>
            {t('need.internal')}
          </Text>
        )}
        {!isNew && (
          <UrgencyRadios
            value={draft.urgency}
            onChange={urgency => change({ urgency })}
          />
        )}
        <DetailsFields form={form} onChange={change} />
        <ConcreteMeter draft={draft} />
        <OthersLook otherwise={draft.otherwise} similar={similar} />
        {isNew && (
          <LooksAlike
            items={similar}
            isPending={isPending}
            onInstead={instead}
          />
        )}
        {error && (
          <FailureAlert
            error={error}
            attempt="change"
            onRetry={form.retry}
            onLatest={() => {
              cache.own(interest.target).reload();
              onBack();
            }}
          />
        )}
      </DialogBody>
      <DialogFooter className={classes.footer}>
        {isNew ? (
          <Button variant="secondary" isPending={isPending} onPress={finish}>
            {t('need.done')}
          </Button>
        ) : (
          <Button variant="secondary" onPress={onBack}>
            {t('need.back')}
          </Button>
        )}
        <Button variant="primary" isPending={isPending} onPress={saveAndStay}>
          {t('need.save')}
        </Button>
      </DialogFooter>
    </>
  );
}
