import { useEffect, useRef } from 'react';
import { parseDate } from '@internationalized/date';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
  TextAreaField,
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
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { InterestDraft } from './InterestDraft';
import classes from './NeedDialog.module.css';

/** The longest text that the API takes. */
const usageLimit = 500;

/** The longest texts that the API takes. */
const useCaseLimit = 4000;
const alternativeLimit = 2000;

/** The details of an interest, heaviest first. */
export function DetailsFields(props: {
  draft: InterestDraft;
  isPastRefused: boolean;
  onChange: (part: Partial<InterestDraft>) => void;
}) {
  const { draft, isPastRefused, onChange } = props;
  const { t } = usePilotTranslation();
  const hasMore =
    draft.neededBy !== null ||
    draft.expectedUsage !== '' ||
    draft.otherwise !== null ||
    draft.contribute;
  return (
    <>
      <TextAreaField
        autoFocus
        label={t('need.useCase')}
        description={t('need.useCaseHint')}
        maxLength={useCaseLimit}
        value={draft.useCase}
        onChange={useCase => onChange({ useCase })}
      />
      <TextAreaField
        label={t('need.alternative')}
        rows={2}
        maxLength={alternativeLimit}
        value={draft.alternative}
        onChange={alternative => onChange({ alternative })}
      />
      <Accordion defaultExpanded={hasMore}>
        <AccordionTrigger level={3}>
          <Text variant="body-medium" weight="bold">
            {t('need.more')}
          </Text>
        </AccordionTrigger>
        <AccordionPanel>
          <MoreDetails
            draft={draft}
            isPastRefused={isPastRefused}
            onChange={onChange}
          />
        </AccordionPanel>
      </Accordion>
    </>
  );
}

/** The details that fewer people give. */
function MoreDetails(props: {
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
