import type { Raise } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { isKnownRaise, RaiseList } from './RaiseList';
import { Panel } from '../shared/Panel';

/** What would raise a score; absent if nothing would. */
export function RaisePanel({ raise }: { raise: readonly Raise[] }) {
  const { t } = usePilotTranslation();
  if (!raise.some(isKnownRaise)) return null;
  return (
    <Panel title={t('demand.raise')}>
      <RaiseList raise={raise} />
    </Panel>
  );
}
