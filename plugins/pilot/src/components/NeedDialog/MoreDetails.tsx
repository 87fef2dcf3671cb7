import { parseDate } from '@internationalized/date';
import {
  Checkbox,
  DatePicker,
  Flex,
  Radio,
  RadioGroup,
  TextField,
} from '@backstage/ui';
import {
  otherwises,
  type Otherwise,
} from '@pilot-to-platform/plugin-pilot-common';
import { useEffect, useRef } from 'react';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { InterestDraft } from './InterestDraft';
import classes from './NeedDialog.module.css';

/** The longest text that the API takes. */
const usageLimit = 500;

/** The details that fewer people give. */
export function MoreDetails(props: {
  draft: InterestDraft;
  isPastRefused: boolean;
  onChange: (part: Partial<InterestDraft>) => void;
}) {
  const { draft, isPastRefused, onChange } = props;
  const { t } = usePilotTranslation();
  const day = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const firstSegment = '[role="spinbutton"]';
    if (isPastRefused) {
      day.current?.querySelector<HTMLElement>(firstSegment)?.focus();
    }
  }, [isPastRefused]);

  return (
    <Flex direction="column" gap="4" pt="2">
      <DatePicker
        ref={day}
        className={classes.day}
        label={t('need.neededBy')}
        value={draft.neededBy ? parseDate(draft.neededBy) : null}
        onChange={value => onChange({ neededBy: value?.toString() ?? null })}
        validationBehavior="aria"
        validate={() => (isPastRefused ? t('need.neededByPast') : null)}
      />
      <TextField
        label={t('need.usage')}
        maxLength={usageLimit}
        value={draft.expectedUsage}
        onChange={expectedUsage => onChange({ expectedUsage })}
      />
      <RadioGroup
        label={t('need.otherwise')}
        className={classes.radios}
        value={draft.otherwise}
        onChange={value => onChange({ otherwise: value as Otherwise })}
      >
        {otherwises.map(otherwise => (
          <Radio key={otherwise} value={otherwise}>
            {t(`otherwise.${otherwise}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Checkbox
        isSelected={draft.contribute}
        onChange={contribute => onChange({ contribute })}
      >
        {t('need.contribute')}
      </Checkbox>
    </Flex>
  );
}
