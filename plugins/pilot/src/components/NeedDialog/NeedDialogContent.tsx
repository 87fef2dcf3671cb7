import { useState } from 'react';
import { DialogHeader } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { displayName } from '../../format/displayName';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { AskedStep } from './AskedStep';
import { DetailsStep } from './DetailsStep';
import { DialogStatus } from './DialogStatus';
import { firstStep } from './NeedStep';
import { RecordStep } from './RecordStep';
import { useRecordedText } from './useRecordedText';

/** The three contents of the dialog and how they lead to one another. */
export function NeedDialogContent(props: {
  target: string;
  onClose: () => void;
  /** The name of the team just recorded for; none after an undo. */
  onRecordedFor: (team: string | undefined) => void;
}) {
  const { target, onClose, onRecordedFor } = props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const own = useResource(cache.own(target));
  const entity = useResource(cache.target(target));
  const fallbackName = useName(target);
  const recordedText = useRecordedText();
  const [step, setStep] = useState(() =>
    firstStep(own.state === 'ready' ? own.value : [], cache.drafts),
  );
  const [status, setStatus] = useState(
    step.name === 'details' ? t('need.draftKept') : '',
  );
  const name =
    entity.state === 'ready' ? displayName(entity.value) : fallbackName;

  const goTo = (next: typeof step, nextStatus = '') => {
    setStep(next);
    setStatus(nextStatus);
  };
  const recorded = (interest: Interest, team: string) => {
    onRecordedFor(team);
    goTo(
      { name: 'details', interest, isNew: true },
      recordedText(interest, team),
    );
  };
  const undone = () => {
    onRecordedFor(undefined);
    goTo({ name: 'record', isAnother: false }, t('need.withdrawn'));
  };
  const titles = {
    record: t('need.title', { name }),
    details: name,
    asked: t('need.askedTitle', { name }),
  };

  return (
    <>
      <DialogHeader>{titles[step.name]}</DialogHeader>
      <DialogStatus>{status}</DialogStatus>
      {step.name === 'record' && (
        <RecordStep
          target={target}
          isAnother={step.isAnother}
          onRecorded={recorded}
          onAskedBefore={() =>
            goTo({ name: 'asked', focus: 'done' }, t('need.alreadyAsked'))
          }
          onStatus={setStatus}
          onClose={onClose}
        />
      )}
      {step.name === 'details' && (
        <DetailsStep
          interest={step.interest}
          isNew={step.isNew}
          onUndone={undone}
          onBack={() => goTo({ name: 'asked', focus: step.interest.id })}
          onStatus={setStatus}
          onClose={onClose}
        />
      )}
      {step.name === 'asked' && (
        <AskedStep
          target={target}
          focus={step.focus}
          onEdit={interest => goTo({ name: 'details', interest, isNew: false })}
          onAnother={() => goTo({ name: 'record', isAnother: true })}
          onStatus={setStatus}
          onClose={onClose}
        />
      )}
    </>
  );
}
