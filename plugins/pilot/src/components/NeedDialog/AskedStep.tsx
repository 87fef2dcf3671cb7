import { useState } from 'react';
import { Button, DialogBody, DialogFooter } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import { AskedInterest } from './AskedInterest';
import classes from './NeedDialog.module.css';

/** Lists the reader's interests in this target, newest first. */
export function AskedStep(props: {
  target: string;
  focus?: string | 'done';
  onEdit: (interest: Interest) => void;
  onAnother: () => void;
  onStatus: (status: string) => void;
  onClose: () => void;
}) {
  const { target, focus, onEdit, onAnother, onStatus, onClose } = props;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const own = useResource(cache.own(target));
  // What is withdrawn here stays until the dialog closes, to be undone.
  const [withdrawn, setWithdrawn] = useState<readonly string[]>([]);
  const shown =
    own.state === 'ready'
      ? own.value.filter(
          ({ id, status }) => status !== 'withdrawn' || withdrawn.includes(id),
        )
      : [];

  return (
    <>
      <DialogBody className={classes.body}>
        {own.state === 'failed' && (
          <LoadFailed
            thing={t('need.things.own')}
            onRetry={() => cache.own(target).reload()}
          />
        )}
        <ul className={classes.list}>
          {shown.map(interest => (
            <AskedInterest
              key={interest.id}
              interest={interest}
              isFocused={focus === interest.id}
              onEdit={() => onEdit(interest)}
              onWithdrawn={() => setWithdrawn([...withdrawn, interest.id])}
              onStatus={onStatus}
            />
          ))}
        </ul>
      </DialogBody>
      <DialogFooter className={classes.footer}>
        <Button
          variant="secondary"
          className={classes.apart}
          onPress={onAnother}
        >
          {t('need.addUseCase')}
        </Button>
        <Button
          variant="primary"
          autoFocus={focus === 'done'}
          onPress={onClose}
        >
          {t('need.done')}
        </Button>
      </DialogFooter>
    </>
  );
}
