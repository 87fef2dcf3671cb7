import { useState } from 'react';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { firstStep, type NeedStep, type Recorded } from './NeedStep';

/** Keeps the step of the dialog, its status message, and the ways on. */
export function useNeedSteps(
  firstTarget: string,
  onRecorded: (recorded: Recorded | undefined) => void,
) {
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  // It may change to one that looks alike.
  const [target, setTarget] = useState(firstTarget);
  const own = useResource(cache.own(target));
  const recordedText = useRecordedText();
  const [step, setStep] = useState(() =>
    firstStep(own.state === 'ready' ? own.value : [], cache.formDrafts),
  );
  const [status, setStatus] = useState({ text: '', isSpokenOnly: false });

  const show = (text: string) => setStatus({ text, isSpokenOnly: false });
  const goTo = (next: NeedStep, text = '') => {
    setStep(next);
    show(text);
  };
  return {
    target,
    step,
    status,
    show,
    /** Says what is shown where it happened. */
    speak: (text: string) => setStatus({ text, isSpokenOnly: true }),
    goTo,
    retarget: setTarget,
    recorded(interest: Interest, team: string) {
      onRecorded({ target: interest.target, team });
      setTarget(interest.target);
      goTo(
        { name: 'details', interest, isNew: true },
        recordedText(interest, team),
      );
    },
    undone() {
      onRecorded(undefined);
      goTo({ name: 'record', isAnother: false }, t('need.withdrawn'));
    },
    askedBefore(before: string) {
      setTarget(before);
      goTo({ name: 'asked', focus: 'done' }, t('need.alreadyAsked'));
    },
  };
}

/** "Recorded for Payments, important." */
function useRecordedText() {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (interest: Interest, team: string) => {
    const urgency = t(`urgency.${interest.urgency}`);
    return t('need.recorded', {
      team,
      urgency: urgency.toLocaleLowerCase(language),
    });
  };
}
