import type { ReactNode } from 'react';
import { Dialog, DialogHeader } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Approvers } from '../UserText/Approvers';
import { PhaseForm } from './PhaseForm';
import { wordsOf, type Proposed } from './Proposed';
import { RecordedWithIt } from './RecordedWithIt';

/** Proposes a change of phase, for somebody else to decide. */
export function ProposeDialog(props: {
  pilot: Pilot;
  /** What is proposed; absent: nothing, and no dialog. */
  proposed: Proposed | undefined;
  onClose: () => void;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, proposed, onClose, onDone } = props;
  const { target, version } = pilot;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const approvers = <Approvers approvers={pilot.approvers} />;
  const isGated = proposed?.to === 'build-out' || proposed?.to === 'platform';
  return (
    <Dialog
      isOpen={proposed !== undefined}
      onOpenChange={willBeOpen => !willBeOpen && onClose()}
      width={560}
    >
      {proposed && (
        <>
          <DialogHeader>{t(`gate.title.${wordsOf(proposed)}`)}</DialogHeader>
          <PhaseForm
            form={`propose ${target} ${wordsOf(proposed)}`}
            target={target}
            label={t(isGated ? 'gate.reasonNow' : 'gate.reasonEnding')}
            missing={t('gate.reasonMissing')}
            submit={t('gate.proposeButton')}
            notes={[
              proposed.bypass && t('gate.bypassNote'),
              <RecordedWithIt key="recorded" pilot={pilot} hasGate={isGated} />,
              t('gate.decides', { approvers }),
            ]}
            onClose={onClose}
            onLatest={() => onDone('')}
            onSubmit={async reason => {
              const { to, bypass } = proposed;
              cache.showPilot(
                await api.proposePhase(target, { to, bypass, reason, version }),
              );
              onDone(t('gate.proposed', { approvers }));
            }}
          />
        </>
      )}
    </Dialog>
  );
}
