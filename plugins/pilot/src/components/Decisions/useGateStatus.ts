import { useState, type ReactNode } from 'react';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';

/**
 * Keeps the outcome of the reader's last change until somebody else changes the
 * Pilot or what is left.
 */
export function useGateStatus(
  target: string,
  pilot: Pilot | undefined,
): [ReactNode, (status: ReactNode) => void] {
  const resource = usePilotCache().phases.pilot(target);
  const [said, setSaid] = useState<{ status: ReactNode; of: string }>();
  const say = (status: ReactNode) => {
    const now = resource.current();
    const of = now.state === 'ready' ? standingOf(now.value) : '';
    setSaid({ status, of });
  };
  const isTrue = said && pilot && said.of === standingOf(pilot);
  return [isTrue ? said.status : '', say];
}

/** Numbers that are left move by themselves, from day to day. */
function standingOf({ version, gate }: Pilot): string {
  const left = gate?.left.map(thing =>
    thing.code === 'check' ? thing.check : thing.code,
  );
  return JSON.stringify([version, left]);
}
