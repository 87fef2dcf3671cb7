import type { ReactNode } from 'react';
import { Dialog, DialogHeader } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Decide,
  Pilot,
  Proposal,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { PhaseForm } from './PhaseForm';
import { wordsOf } from './Proposed';
import { RecordedWithIt } from './RecordedWithIt';

/** Approves or rejects a proposal, with a reason that is kept for good. */
export function DecideDialog(props: {
  pilot: Pilot;
  proposal: Proposal;
  /** Absent: no dialog. */
  decision: Decide['decision'] | undefined;
  onClose: () => void;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, proposal, decision, onClose, onDone } = props;
  const { target } = pilot;
  const { id, to, version } = proposal;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const what = t(`gate.what.${wordsOf(proposal)}`);
  return (
    <Dialog
      isOpen={decision !== undefined}
      onOpenChange={willBeOpen => !willBeOpen && onClose()}
      width={560}
    >
      {decision && (
        <>
          <DialogHeader>{t(`gate.${decision}Title`, { what })}</DialogHeader>
          <PhaseForm
            form={`decide ${id} ${decision}`}
            target={target}
            label={t('gate.decideReason')}
            missing={t('gate.decideReasonMissing')}
            submit={t(`gate.${decision}`)}
            notes={[
              <RecordedWithIt
                key="recorded"
                pilot={pilot}
                hasGate={to === 'build-out' || to === 'platform'}
              />,
              t('gate.final'),
            ]}
            onClose={onClose}
            onLatest={() => onDone('')}
            onSubmit={async reason => {
              cache.showPilot(
                await api.decideProposal(target, id, {
                  decision,
                  reason,
                  version,
                }),
              );
              onDone(
                t(decision === 'approve' ? 'gate.approved' : 'gate.rejected'),
              );
            }}
          />
        </>
      )}
    </Dialog>
  );
}
