import { useState } from 'react';
import { RiCheckLine } from '@remixicon/react';
import { DialogHeader, VisuallyHidden } from '@backstage/ui';
import { displayName } from '../../format/displayName';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { AskedStep } from './AskedStep';
import { DetailsStep } from './DetailsStep';
import classes from './DialogStatus.module.css';
import type { NeedStep, Recorded } from './NeedStep';
import { RecordStep } from './RecordStep';
import { useNeedSteps } from './useNeedSteps';
import { useSimilar } from './useSimilar';

/** The three contents of the dialog and how they lead to one another. */
export function NeedDialogContent(props: {
  target: string;
  onClose: () => void;
  /** Gets what was just recorded; nothing after an undo. */
  onRecorded: (recorded: Recorded | undefined) => void;
}) {
  const { onClose } = props;
  const steps = useNeedSteps(props.target, props.onRecorded);
  const { target, step, status, goTo } = steps;
  const [typed, setTyped] = useState('');
  const similar = useSimilar(target, typed);

  return (
    <>
      <NeedDialogTitle target={target} step={step} />
      <DialogStatus isSpokenOnly={status.isSpokenOnly}>
        {status.text}
      </DialogStatus>
      {step.name === 'record' && (
        <RecordStep
          key={target}
          target={target}
          isAnother={step.isAnother}
          similar={similar}
          onRecorded={steps.recorded}
          onInstead={steps.retarget}
          onAskedBefore={() => steps.askedBefore(target)}
          onStatus={steps.show}
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
          onInstead={steps.recorded}
          onAskedBefore={steps.askedBefore}
          onUndone={steps.undone}
          onBack={() => goTo({ name: 'asked', focus: step.interest.id })}
          onStatus={steps.show}
          onClose={onClose}
        />
      )}
      {step.name === 'asked' && (
        <AskedStep
          target={target}
          focus={step.focus}
          onEdit={interest => goTo({ name: 'details', interest, isNew: false })}
          onAnother={() => goTo({ name: 'record', isAnother: true })}
          onStatus={steps.speak}
          onClose={onClose}
        />
      )}
    </>
  );
}

function NeedDialogTitle(props: { target: string; step: NeedStep }) {
  const { target, step } = props;
  const { t } = usePilotTranslation();
  const entity = useResource(usePilotCache().target(target));
  const fallbackName = useName(target);
  const name =
    entity.state === 'ready' ? displayName(entity.value) : fallbackName;
  const titles = {
    record: t('need.title', { name }),
    details: name,
    asked: t('need.askedTitle', { name }),
  };
  return <DialogHeader>{titles[step.name]}</DialogHeader>;
}

/**
 * Says what has just happened. The region stays while the content around it
 * changes, because a screen reader speaks only changes of a region that was
 * there before.
 */
function DialogStatus(props: {
  children: string;
  /** It is shown where it happened, and only spoken from here. */
  isSpokenOnly?: boolean;
}) {
  const { children, isSpokenOnly = false } = props;
  return (
    <div role="status" className={classes.status}>
      {children && isSpokenOnly && <VisuallyHidden>{children}</VisuallyHidden>}
      {children && !isSpokenOnly && (
        <p className={classes.text}>
          <RiCheckLine size={16} aria-hidden="true" />
          {children}
        </p>
      )}
    </div>
  );
}
