import { useState } from 'react';
import { DialogHeader } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { displayName } from '../../format/displayName';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { useSimilar } from '../../hooks/useSimilar';
import { AskedStep } from './AskedStep';
import { DetailsStep } from './DetailsStep';
import { DialogStatus } from './DialogStatus';
import type { Recorded } from './NeedDialog';
import { firstStep } from './NeedStep';
import { RecordStep } from './RecordStep';
import { useRecordedText } from './useRecordedText';

/** The three contents of the dialog and how they lead to one another. */
export function NeedDialogContent(props: {
  target: string;
  onClose: () => void;
  /** What was just recorded; nothing after an undo. */
  onRecorded: (recorded: Recorded | undefined) => void;
}) {
  const { onClose, onRecorded } = props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  // It may change to one that looks alike.
  const [target, setTarget] = useState(props.target);
  const [typed, setTyped] = useState('');
  const own = useResource(cache.own(target));
  const entity = useResource(cache.target(target));
  const similar = useSimilar(target, typed);
  const fallbackName = useName(target);
  const recordedText = useRecordedText();
  const [step, setStep] = useState(() =>
    firstStep(own.state === 'ready' ? own.value : [], cache.drafts),
  );
  const [status, setStatus] = useState({
    text: step.name === 'details' ? t('need.draftKept') : '',
    isSpokenOnly: false,
  });
  const name =
    entity.state === 'ready' ? displayName(entity.value) : fallbackName;

  const show = (text: string) => setStatus({ text, isSpokenOnly: false });
  const speak = (text: string) => setStatus({ text, isSpokenOnly: true });
  const goTo = (next: typeof step, text = '') => {
    setStep(next);
    show(text);
  };
  const recorded = (interest: Interest, team: string) => {
    onRecorded({ target: interest.target, team });
    setTarget(interest.target);
    goTo(
      { name: 'details', interest, isNew: true },
      recordedText(interest, team),
    );
  };
  const undone = () => {
    onRecorded(undefined);
    goTo({ name: 'record', isAnother: false }, t('need.withdrawn'));
  };
  const askedBefore = (before: string) => {
    setTarget(before);
    goTo({ name: 'asked', focus: 'done' }, t('need.alreadyAsked'));
  };
  const titles = {
    record: t('need.title', { name }),
    details: name,
    asked: t('need.askedTitle', { name }),
  };

  return (
    <>
      <DialogHeader>{titles[step.name]}</DialogHeader>
      <DialogStatus isSpokenOnly={status.isSpokenOnly}>
        {status.text}
      </DialogStatus>
      {step.name === 'record' && (
        <RecordStep
          key={target}
          target={target}
          isAnother={step.isAnother}
          similar={similar}
          onRecorded={recorded}
          onInstead={setTarget}
          onAskedBefore={() => askedBefore(target)}
          onStatus={show}
          onClose={onClose}
        />
      )}
      {step.name === 'details' && (
        <DetailsStep
          key={step.interest.id}
          interest={step.interest}
          isNew={step.isNew}
          similar={similar}
          onTyped={setTyped}
          onInstead={recorded}
          onAskedBefore={askedBefore}
          onUndone={undone}
          onBack={() => goTo({ name: 'asked', focus: step.interest.id })}
          onStatus={show}
          onClose={onClose}
        />
      )}
      {step.name === 'asked' && (
        <AskedStep
          target={target}
          focus={step.focus}
          onEdit={interest => goTo({ name: 'details', interest, isNew: false })}
          onAnother={() => goTo({ name: 'record', isAnother: true })}
          onStatus={speak}
          onClose={onClose}
        />
      )}
    </>
  );
}
