import { useState } from 'react';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useAction } from '../../hooks/useAction';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useCurrent } from '../../hooks/useResource';
import { NeedDialog } from '../NeedDialog/NeedDialog';
import {
  StandingActions,
  WithdrawnActions,
} from '../NeedDialog/InterestActions';
import { FailureAlert } from '../shared/FailureAlert';
import classes from './MyNeeds.module.css';
import { NeedFacts } from './NeedFacts';
import { newestOf } from './needSections';

type Dialog = 'never' | 'open' | 'closed';

/** One interest, with what can be done about it. It stays where it is. */
export function NeedRow(props: {
  interest: Interest;
  hasAuthor: boolean;
  onStatus: (status: string) => void;
}) {
  const { hasAuthor, onStatus } = props;
  const { target, targetGone } = props.interest;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const own = useCurrent(cache.own(target));
  const [changed, setChanged] = useState<Interest>();
  const [isRestored, setIsRestored] = useState(false);
  const [dialog, setDialog] = useState<Dialog>('never');
  const action = useAction();
  const known = own.state === 'ready' ? own.value : [];
  const interest = newestOf(
    props.interest,
    changed,
    known.find(({ id }) => id === props.interest.id),
  );
  const title = useName(target);
  const team = useName(interest.team);
  const name = interest.targetTitle ?? title;
  // Several of these stand on one page, each with the same words on it.
  const nameOf = (text: string) => [text, name, team].join(', ');
  const wasWithdrawnHere =
    interest.status === 'withdrawn' && props.interest.status !== 'withdrawn';

  const change = (make: () => Promise<Interest>, status: string) =>
    action.run(async () => {
      setChanged(await make());
      onStatus(status);
    });
  const restore = () => {
    setIsRestored(true);
    const { id, team: ref } = interest;
    change(() => cache.record(target, { id, team: ref }), '');
  };
  // What the catalog does not know any more can only be taken back.
  const { can } = interest;
  const offered = targetGone ? { withdraw: can.withdraw } : can;

  return (
    <li className={classes.row}>
      <NeedFacts interest={interest} name={name} hasAuthor={hasAuthor} />
      {interest.status !== 'withdrawn' && (
        <StandingActions
          interest={{ ...interest, can: offered }}
          isPending={action.isPending}
          focus={isRestored ? 'withdraw' : false}
          nameOf={nameOf}
          onConfirm={() =>
            change(() => cache.confirm(interest), t('need.confirmed'))
          }
          onEdit={() => setDialog('open')}
          onWithdraw={() =>
            change(() => cache.withdraw(interest), t('need.withdrawn'))
          }
        />
      )}
      {wasWithdrawnHere && !targetGone && (
        <WithdrawnActions
          isPending={action.isPending}
          nameOf={nameOf}
          onRestore={restore}
        />
      )}
      {action.error && (
        <FailureAlert
          error={action.error}
          attempt="change"
          onRetry={action.retry}
          onLatest={() => cache.own(target).reload()}
        />
      )}
      {dialog !== 'never' && (
        <NeedDialog
          entityRef={target}
          isOpen={dialog === 'open'}
          onOpenChange={isOpen => setDialog(isOpen ? 'open' : 'closed')}
        />
      )}
    </li>
  );
}
