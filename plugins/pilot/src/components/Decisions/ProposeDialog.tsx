import type { ReactNode } from 'react';
import { Dialog, DialogHeader } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Approvers } from '../shared/EntityName';
import { type ProposeOpened, wordsOf } from './GateDialog';
import { PhaseForm, RecordedWithIt } from './PhaseForm';

interface Closing {
  onClose: () => void;
  onDone: (status: ReactNode) => void;
}

/** Proposes a change of phase, for somebody else to decide. */
export function ProposeDialog(
  props: Closing & {
    /** Absent: nothing is proposed, and there is no dialog. */
    opened: ProposeOpened | undefined;
  },
) {
  const { opened, onClose } = props;
  return (
    <Dialog
      isOpen={opened !== undefined}
      onOpenChange={willBeOpen => !willBeOpen && onClose()}
      width={560}
    >
      {opened && <ProposeForm {...props} opened={opened} />}
    </Dialog>
  );
}

function ProposeForm(props: Closing & { opened: ProposeOpened }) {
  const { opened, onClose, onDone } = props;
  const { pilot, proposed } = opened;
  const { target, version } = pilot;
  const { to, bypass } = proposed;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const approvers = <Approvers approvers={pilot.approvers} />;
  const isGated = to === 'build-out' || to === 'platform';
  return (
    <>
      <DialogHeader>{t(`gate.title.${wordsOf(proposed)}`)}</DialogHeader>
      <PhaseForm
        form={`propose ${target} ${wordsOf(proposed)}`}
        attempt={{ pilot, proposed }}
        label={t(isGated ? 'gate.reasonNow' : 'gate.reasonEnding')}
        missing={t('gate.reasonMissing')}
        submit={t('gate.proposeButton')}
        notes={[
          bypass && t('gate.bypassNote'),
          <RecordedWithIt key="recorded" pilot={pilot} hasGate={isGated} />,
          t('gate.decides', { approvers }),
        ]}
        onClose={onClose}
        onLatest={() => onDone('')}
        onSubmit={async reason => {
          cache.showPilot(
            await api.proposePhase(target, { to, bypass, reason, version }),
          );
          onDone(t('gate.proposed', { approvers }));
        }}
      />
    </>
  );
}
