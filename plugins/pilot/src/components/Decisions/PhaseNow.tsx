import { Text } from '@backstage/ui';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { formatDay } from '../../format/formatDay';
import { UserText } from '../shared/UserText';
import classes from './GateBox.module.css';

/** Since when, and why, a Pilot is in a phase that no gate follows. */
export function PhaseNow({ pilot }: { pilot: Pilot }) {
  const { phaseSince, phaseFrom, phaseReason } = pilot;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (
    <div className={classes.lines}>
      <Text as="p" className={classes.text}>
        {phaseSince &&
          t('gate.since', { date: formatDay(phaseSince, language) })}{' '}
        {phaseFrom === 'declared' && t('gate.declared')}
      </Text>
      {phaseReason && <UserText>{phaseReason}</UserText>}
    </div>
  );
}
