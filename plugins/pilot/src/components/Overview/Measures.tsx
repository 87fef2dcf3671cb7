import type { PilotEntityV1alpha1 } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './PilotCard.module.css';

/** "Partners served 7 of 20": where each measure stands, and where it aims. */
export function Measures(props: {
  measures: NonNullable<PilotEntityV1alpha1['spec']['successMeasures']>;
}) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return (
    <ul className={classes.list}>
      {props.measures.map(({ title, target, current }) => (
        <li key={title}>
          {current === undefined
            ? t('pilotCard.measureUnset', {
                title,
                target: numbers.count(target),
              })
            : t('pilotCard.measure', {
                title,
                current: numbers.count(current),
                target: numbers.count(target),
              })}
        </li>
      ))}
    </ul>
  );
}
