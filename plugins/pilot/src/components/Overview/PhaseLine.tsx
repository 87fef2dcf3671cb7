import type { Phase, Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { formatDay } from '../../format/formatDay';
import { PhaseChip } from '../shared/chips/PhaseChip';
import { UserText } from '../shared/UserText';
import classes from './PilotCard.module.css';
import { isStep, StepBar } from './StepBar';

/** The phase among the others, or how it ended; since when, and by whose word. */
export function PhaseLine(props: { phase: Phase; pilot: Pilot | undefined }) {
  const { phase, pilot } = props;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (
    <>
      <div className={classes.line}>
        {isStep(phase) ? (
          <StepBar phase={phase} />
        ) : (
          <PhaseChip phase={phase} />
        )}
        {pilot?.phaseSince && (
          <span>
            {t('pilotCard.since', {
              date: (
                <time dateTime={pilot.phaseSince}>
                  {formatDay(pilot.phaseSince, language)}
                </time>
              ),
            })}
          </span>
        )}
        {pilot?.phaseFrom === 'declared' && (
          <span>{t('pilotCard.declared')}</span>
        )}
      </div>
      {!isStep(phase) && pilot?.phaseReason && (
        <UserText>
          {t('pilotCard.reason', { reason: pilot.phaseReason })}
        </UserText>
      )}
    </>
  );
}
