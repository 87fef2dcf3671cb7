import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { useChanges } from '../../hooks/useChanges';
import { useFocusRefuge } from '../../hooks/useFocusRefuge';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { Panel } from '../shared/Panel';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { ShownAsOf } from '../shared/ShownAsOf';
import { GateActions } from './GateActions';
import classes from './GateBox.module.css';
import type { GateDialog } from './GateDialog';
import { GateDialogs } from './GateDialogs';
import { GateLeftList } from './GateLeftList';
import { OpenProposal } from './OpenProposal';
import { PhaseNow } from './PhaseNow';
import { RecommendationLine } from './RecommendationLine';
import { useGateStatus } from './useGateStatus';
import { useGateTitle } from './useGateTitle';

/**
 * What is left before the next phase of a Pilot, what is proposed, and what can
 * be done now. It shows nothing to whoever may not read interest.
 */
export function GateBox({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const resource = usePilotCache().phases.pilot(target);
  const pilot = useResource(resource);
  const region = useRef<HTMLElement>(null);
  const value = pilot.state === 'ready' ? pilot.value : undefined;
  const title = useGateTitle(value);
  const endings = useRef<HTMLButtonElement>(null);
  const keepFocus = useFocusRefuge(region);
  const returnFocus = useFocusRefuge(endings, region);
  const [status, say] = useGateStatus(target, value);
  const [opened, setOpened] = useState<GateDialog>();
  useChanges(value ? [value.watch] : [], () => resource.reload());
  const retry = () => {
    // The pressed button goes away, and focus must not go with it.
    region.current?.focus();
    resource.reload();
  };
  const done = (said: ReactNode) => {
    say(said);
    keepFocus();
  };
  const close = () => {
    setOpened(undefined);
    returnFocus();
  };

  if (pilot.state === 'failed' && isHidden(pilot.error)) return null;
  return (
    <Panel ref={region} title={title} isBusy={pilot.state === 'loading'}>
      <div role="status" className={classes.status}>
        {status}
      </div>
      {pilot.state === 'loading' && (
        <LoadingPart
          thing={t('gate.heading')}
          outline={<Skeleton width="100%" height="6rem" />}
        />
      )}
      {pilot.state === 'failed' && (
        <LoadFailed thing={t('gate.heading')} onRetry={retry} />
      )}
      {pilot.state === 'ready' && (
        <>
          {pilot.error && <ShownAsOf asOf={pilot.value.asOf} onRetry={retry} />}
          <Loaded
            pilot={pilot.value}
            endings={endings}
            onOpen={setOpened}
            onDone={done}
          />
        </>
      )}
      <GateDialogs
        target={target}
        opened={opened}
        onClose={close}
        onDone={done}
      />
    </Panel>
  );
}

function Loaded(props: {
  pilot: Pilot;
  endings: RefObject<HTMLButtonElement>;
  onOpen: (dialog: GateDialog) => void;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, endings, onOpen, onDone } = props;
  return (
    <>
      {pilot.proposal && (
        <OpenProposal
          pilot={pilot}
          proposal={pilot.proposal}
          onOpen={onOpen}
          onDone={onDone}
        />
      )}
      {pilot.gate ? (
        <GateLeftList pilot={pilot} gate={pilot.gate} onDone={onDone} />
      ) : (
        <PhaseNow pilot={pilot} />
      )}
      <RecommendationLine pilot={pilot} />
      <GateActions pilot={pilot} endings={endings} onOpen={onOpen} />
    </>
  );
}
