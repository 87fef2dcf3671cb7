import type { ReactNode } from 'react';
import { Dialog, DialogHeader } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { type DecideOpened, wordsOf } from './GateDialog';
import { PhaseForm, RecordedWithIt } from './PhaseForm';

interface Closing {
  onClose: () => void;
  onDone: (status: ReactNode) => void;
}

/** Approves or rejects a proposal, with a reason that is kept for good. */
export function DecideDialog(
  props: Closing & {
    /** Absent: no dialog. */
    opened: DecideOpened | undefined;
  },
) {
  const { opened, onClose } = props;
  return (
    <Dialog
      isOpen={opened !== undefined}
      onOpenChange={willBeOpen => !willBeOpen && onClose()}
      width={560}
    >
      {opened && <DecideForm {...props} opened={opened} />}
    </Dialog>
  );
}

function DecideForm(props: Closing & { opened: DecideOpened }) {
  const { opened, onClose, onDone } = props;
  const { pilot, proposal, decision } = opened;
  const { target } = pilot;
  const { id, to, version } = proposal;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  return (
    <>
      <DialogHeader>
        {t(`gate.${decision}Title.${wordsOf(proposal)}`)}
      </DialogHeader>
      <PhaseForm
        form={`decide ${id} ${decision}`}
        attempt={{ pilot, proposal }}
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
            await api.decideProposal(target, id, { decision, reason, version }),
          );
          onDone(t(decision === 'approve' ? 'gate.approved' : 'gate.rejected'));
        }}
      />
    </>
  );
}
