import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  CheckResult,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useAction } from '../../hooks/useAction';
import { useFocusRefuge } from '../../hooks/useFocusRefuge';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { FailureAlert } from '../shared/FailureAlert';
import { AttestDialog } from './AttestDialog';
import classes from './Checks.module.css';
import { WaiveDialog } from './WaiveDialog';

/** Offers the actions on a check that the API allows the reader. */
export function CheckActions(props: {
  readiness: Readiness;
  check: CheckResult;
  /** More content of the row of these actions. */
  children?: ReactNode;
  /** Tells what was done where the row itself goes; else it is told here. */
  onDone?: (status: string) => void;
}) {
  const { readiness, check, children, onDone } = props;
  const { target } = readiness;
  const { can, question, attestation, waiver } = check;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const cache = usePilotCache();
  const [opened, setOpened] = useState<'attest' | 'waive'>();
  const [status, setStatus] = useState('');
  const region = useRef<HTMLDivElement>(null);
  const keepFocus = useFocusRefuge(region);
  const action = useAction();

  const done = (text: string) => {
    setStatus(text);
    keepFocus();
    onDone?.(text);
  };
  const revoke = (change: () => Promise<Readiness>) =>
    action.run(async () => {
      cache.showReadiness(await change());
      done(t('readiness.revoked'));
    });
  const named = (name: string) =>
    t('readiness.action', { action: name, question });
  const dialog = (which: 'attest' | 'waive') => ({
    readiness,
    check,
    isOpen: opened === which,
    onOpenChange: (isOpen: boolean) => setOpened(isOpen ? which : undefined),
    onDone: done,
  });
  const button = (name: string, onPress: () => void, isPending = false) => (
    <Button
      size="small"
      variant="secondary"
      aria-label={named(name)}
      isPending={isPending}
      onPress={onPress}
    >
      {name}
    </Button>
  );

  return (
    <div ref={region} tabIndex={-1} className={classes.actions}>
      <div className={classes.line}>
        {can.attest === true &&
          button(
            t(attestation ? 'readiness.attestAgain' : 'readiness.attest'),
            () => setOpened('attest'),
          )}
        {can.waive === true &&
          button(t(waiver ? 'readiness.waiveAgain' : 'readiness.waive'), () =>
            setOpened('waive'),
          )}
        {can.revokeAttestation === true &&
          attestation &&
          button(
            t('readiness.revokeAttestation'),
            () => revoke(() => api.revokeAttestation(target, attestation)),
            action.isPending,
          )}
        {can.revokeWaiver === true &&
          waiver &&
          button(
            t('readiness.revokeWaiver'),
            () => revoke(() => api.revokeWaiver(target, waiver)),
            action.isPending,
          )}
        {children}
        <span role="status">{onDone ? null : status}</span>
      </div>
      {action.error && (
        <FailureAlert
          error={action.error}
          attempt="change"
          onRetry={action.retry}
          onLatest={() => cache.phases.readiness(target).reload()}
        />
      )}
      {check.attestationDays !== null && <AttestDialog {...dialog('attest')} />}
      <WaiveDialog {...dialog('waive')} />
    </div>
  );
}
