import {
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleLine,
  RiRecordCircleFill,
} from '@remixicon/react';
import type { Phase, Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { formatDay } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { PhaseChip } from '../shared/chips/PhaseChip';
import { UserText } from '../shared/UserText';
import classes from './PilotCard.module.css';

const steps = ['pilot', 'demand', 'build-out', 'platform'] as const;

/** A phase that leads to the next one. */
type Step = (typeof steps)[number];

const icons = {
  done: RiCheckboxCircleLine,
  current: RiRecordCircleFill,
  coming: RiCheckboxBlankCircleLine,
};

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

/** True where a phase is on the way to a platform, and not an end. */
function isStep(phase: Phase): phase is Step {
  return steps.some(step => step === phase);
}

/** The phases in their order, and which of them it is in. */
function StepBar({ phase }: { phase: Step }) {
  const { t } = usePilotTranslation();
  const current = steps.indexOf(phase);
  return (
    <ol className={classes.steps} aria-label={t('pilotCard.steps')}>
      {steps.map((step, index) => {
        const other = index < current ? 'done' : 'coming';
        const state = index === current ? 'current' : other;
        const Icon = icons[state];
        return (
          <li
            key={step}
            className={classes.step}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <Icon size={16} aria-hidden="true" />
            {t(`phase.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
