import {
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleLine,
  RiRecordCircleFill,
} from '@remixicon/react';
import type { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './PilotCard.module.css';

const steps = ['pilot', 'demand', 'build-out', 'platform'] as const;
/** A phase that leads to the next one. */
export type Step = (typeof steps)[number];

/** Whether a phase is on the way to a platform, and not an end. */
export function isStep(phase: Phase): phase is Step {
  return steps.some(step => step === phase);
}

const icons = {
  done: RiCheckboxCircleLine,
  current: RiRecordCircleFill,
  coming: RiCheckboxBlankCircleLine,
};

/** The phases in their order, and which of them it is in. */
export function StepBar({ phase }: { phase: Step }) {
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
