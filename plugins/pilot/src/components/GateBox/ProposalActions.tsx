import { useState, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Decide,
  Pilot,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { errorStatus } from '../../errorStatus';
import { useAction } from '../../hooks/useAction';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { FailureAlert } from '../NeedDialog/FailureAlert';
import { Approvers } from '../UserText/Approvers';
import { DecideDialog } from './DecideDialog';
import classes from './GateBox.module.css';
import { PhaseConflict } from './PhaseConflict';
import { pilotOf } from './pilotOf';

/** Why an approver can reject a proposal and not approve it. */
const onlyReject = ['gateClosed', 'notStated', 'wrongPhase'] as const;

/** What the reader can do about a proposal, or who can. */
export function ProposalActions(props: {
  pilot: Pilot;
  proposal: Proposal;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, proposal, onDone } = props;
  const { target } = pilot;
  const { id, can } = proposal;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const [decision, setDecision] = useState<Decide['decision']>();
  const { run, retry, isPending, error } = useAction();
  const mayOnlyReject = onlyReject.find(code => code === can.decide);
  const isDecider = can.decide === true || mayOnlyReject !== undefined;
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
              onPress={() => setDecision('approve')}
            >
              {t('gate.approve')}
            </Button>
          )}
          <Button
            size="small"
            variant="secondary"
            onPress={() => setDecision('reject')}
          >
            {t('gate.reject')}
          </Button>
        </div>
      )}
      {!isDecider && (
        <div className={classes.line}>
          <span>
            {can.withdraw === true ? (
              t('gate.own')
            ) : (
              <>
                {t('gate.waiting', {
                  approvers: <Approvers approvers={pilot.approvers} isLink />,
                })}
              </>
            )}
          </span>
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
        <PhaseConflict error={error} onLatest={showLatest} />
      )}
      {error && errorStatus(error) !== 409 && (
        <FailureAlert
          error={error}
          attempt="change"
          onRetry={retry}
          onLatest={showLatest}
        />
      )}
      <DecideDialog
        pilot={pilot}
        proposal={proposal}
        decision={decision}
        onClose={() => setDecision(undefined)}
        onDone={onDone}
      />
    </div>
  );
}
