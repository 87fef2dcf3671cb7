import type { PilotEntityV1alpha1 } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './PilotCard.module.css';

type ManualStep = NonNullable<
  PilotEntityV1alpha1['spec']['manualSteps']
>[number];

/** The steps that people still do, and what each takes of their time. */
export function ByHand({ steps }: { steps: readonly ManualStep[] }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const left = steps.filter(({ automatedBy }) => !automatedBy);
  const count = steps.length;
  if (left.length === 0) return <>{t('pilotCard.byHandNone', { count })}</>;
  return (
    <>
      <div>
        {t('pilotCard.byHandOf', { count, left: numbers.count(left.length) })}
      </div>
      <ul className={classes.list}>
        {left.map(step => (
          <StepLine key={step.id} step={step} />
        ))}
      </ul>
    </>
  );
}

function StepLine({ step }: { step: ManualStep }) {
  const { title, minutes, timesPerMonth } = step;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const effort = () => {
    if (minutes !== undefined && timesPerMonth !== undefined) {
      return t('pilotCard.minutesTimes', {
        minutes: numbers.count(minutes),
        times: numbers.count(timesPerMonth),
      });
    }
    if (minutes !== undefined) {
      return t('pilotCard.minutes', { minutes: numbers.count(minutes) });
    }
    return timesPerMonth === undefined
      ? undefined
      : t('pilotCard.times', { times: numbers.count(timesPerMonth) });
  };
  const taken = effort();
  return <li>{taken ? `${title} (${taken})` : title}</li>;
}
