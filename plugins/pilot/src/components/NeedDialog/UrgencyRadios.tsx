import { Radio, RadioGroup } from '@backstage/ui';
import {
  urgencies,
  type Urgency,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './NeedDialog.module.css';

/** Asks how much an interest presses, least first. */
export function UrgencyRadios(props: {
  value: Urgency;
  onChange: (urgency: Urgency) => void;
}) {
  const { t } = usePilotTranslation();
  return (
    <RadioGroup
      label={t('need.urgency')}
      orientation="horizontal"
      className={classes.radios}
      value={props.value}
      onChange={value => props.onChange(value as Urgency)}
    >
      {urgencies.map(urgency => (
        <Radio key={urgency} value={urgency}>
          {t(`urgency.${urgency}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
