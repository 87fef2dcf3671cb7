import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Decide,
  Pilot,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';
import { errorStatus } from '../../api/errorStatus';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useAction } from '../../hooks/useAction';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Approvers } from '../shared/EntityName';
import { FailureAlert } from '../shared/FailureAlert';
import classes from './GateBox.module.css';
import type { GateDialog } from './GateDialog';
import { onlyReject, PhaseConflict, pilotOf } from './PhaseConflict';

/** Offers what the reader can do about a proposal, or says who can. */
export function ProposalActions(props: {
  pilot: Pilot;
  proposal: Proposal;
  onOpen: (dialog: GateDialog) => void;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, proposal, onOpen, onDone } = props;
  const { target } = pilot;
  const { id, can } = proposal;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const { run, retry, isPending, error } = useAction();
  const mayOnlyReject = onlyReject.find(code => code === can.decide);
  const isDecider = can.decide === true || mayOnlyReject !== undefined;
  const decide = (decision: Decide['decision']) =>
    onOpen({ type: 'decide', pilot, proposal, decision });
  const withdraw = () =>
    run(async () => {
      cache.showPilot(await api.withdrawProposal(target, id));
      onDone(t('gate.withdrawn'));
    });
  const showLatest = () => {
    const current = error && pilotOf(error);
    if (current) cache.showPilot(current);
    else cache.phases.pilot(target).reload();
    onDone('');
  };
  return (
    <div className={classes.lines}>
      {isDecider && (
        <div className={classes.line}>
          {mayOnlyReject ? (
            <span>{t(`gate.cannotApprove.${mayOnlyReject}`)}</span>
          ) : (
            <Button
              size="small"
              variant="primary"
              onPress={() => decide('approve')}
            >
              {t('gate.approve')}
            </Button>
          )}
          <Button
            size="small"
            variant="secondary"
            onPress={() => decide('reject')}
          >
            {t('gate.reject')}
          </Button>
        </div>
      )}
      {!isDecider && (
        <div className={classes.line}>
          <WhoDecides pilot={pilot} isOwn={can.withdraw === true} />
          {can.withdraw === true && (
            <Button
              size="small"
              variant="secondary"
              isPending={isPending}
              onPress={withdraw}
            >
              {t('gate.withdraw')}
            </Button>
          )}
        </div>
      )}
      {error && errorStatus(error) === 409 && (
        <PhaseConflict
          error={error}
          attempt={{ pilot, proposal, isTyped: false }}
          onLatest={showLatest}
        />
      )}
      {error && errorStatus(error) !== 409 && (
        <FailureAlert
          error={error}
          attempt="change"
          onRetry={retry}
          onLatest={showLatest}
        />
      )}
    </div>
  );
}

function WhoDecides(props: { pilot: Pilot; isOwn: boolean }) {
  const { pilot, isOwn } = props;
  const { approvers } = pilot;
  const { t } = usePilotTranslation();
  // They may have been removed from the configuration while it waits.
  if (approvers.length === 0) return <span>{t('gate.noApprovers')}</span>;
  return isOwn ? (
    <span>{t('gate.own')}</span>
  ) : (
    <span>
      {t('gate.waiting', {
        approvers: <Approvers approvers={approvers} isLink />,
      })}
    </span>
  );
}
