import { useEffect, useRef } from 'react';
import { DateTime } from 'luxon';
import { Button } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './NeedDialog.module.css';

/** Offers the actions on an interest. A declined one is left as it is. */
export function StandingActions(props: {
  interest: Interest;
  isPending: boolean;
  focus: 'edit' | 'withdraw' | false;
  nameOf: (text: string) => string;
  onConfirm: () => void;
  onEdit: () => void;
  onWithdraw: () => void;
}) {
  const { interest, isPending, focus, nameOf } = props;
  const { status, can, createdAt, confirmedAt } = interest;
  const { t } = usePilotTranslation();
  const edit = useRef<HTMLButtonElement>(null);
  const wasConfirmable = useRef(false);

  const isConfirmable = can.confirm === true && status !== 'adopted';
  const isConfirmed = isConfirmable && isToday(confirmedAt);
  const mayConfirm = isConfirmable && !isConfirmed;
  useEffect(() => {
    // The button that had focus has just been replaced by a text.
    if (wasConfirmable.current && isConfirmed) edit.current?.focus();
    wasConfirmable.current = mayConfirm;
  }, [mayConfirm, isConfirmed]);

  if (status === 'declined') return null;
  return (
    <div className={classes.actions}>
      {mayConfirm && (
        <Button
          size="small"
          variant={interest.confirmDue ? 'primary' : 'secondary'}
          aria-label={nameOf(t('need.stillNeeded'))}
          isPending={isPending}
          onPress={props.onConfirm}
        >
          {t('need.stillNeeded')}
        </Button>
      )}
      {isConfirmed && !isToday(createdAt) && <span>{t('need.confirmed')}</span>}
      {can.edit === true && (
        <Button
          ref={edit}
          size="small"
          variant="secondary"
          autoFocus={focus === 'edit'}
          aria-label={nameOf(t('need.edit'))}
          onPress={props.onEdit}
        >
          {t('need.edit')}
        </Button>
      )}
      {can.withdraw === true && (
        <Button
          size="small"
          variant="secondary"
          autoFocus={focus === 'withdraw'}
          aria-label={nameOf(t('need.withdraw'))}
          isPending={isPending}
          onPress={props.onWithdraw}
        >
          {t('need.withdraw')}
        </Button>
      )}
    </div>
  );
}

function isToday(iso: string): boolean {
  return DateTime.fromISO(iso).hasSame(DateTime.now(), 'day');
}

/** Stands for an interest that was just withdrawn: it can be brought back. */
export function WithdrawnActions(props: {
  isPending: boolean;
  nameOf: (text: string) => string;
  onRestore: () => void;
}) {
  const { isPending, nameOf, onRestore } = props;
  const { t } = usePilotTranslation();
  return (
    <div className={classes.actions}>
      <span>{t('need.withdrawn')}</span>
      <Button
        autoFocus
        size="small"
        variant="secondary"
        aria-label={nameOf(t('need.undo'))}
        isPending={isPending}
        onPress={onRestore}
      >
        {t('need.undo')}
      </Button>
    </div>
  );
}
