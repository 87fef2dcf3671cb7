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
import type { Form } from '../../hooks/useForm';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { InterestDraft } from './InterestDraft';
import classes from './NeedDialog.module.css';

/** The longest text that the API takes. */
const usageLimit = 500;

/** The longest texts that the API takes. */
const useCaseLimit = 4000;
const alternativeLimit = 2000;

type DetailsForm = Pick<
  Form<InterestDraft, unknown>,
  'draft' | 'field' | 'text'
>;

/** The details of an interest, heaviest first. */
export function DetailsFields(props: {
  form: DetailsForm;
  onChange: (part: Partial<InterestDraft>) => void;
}) {
  const { form, onChange } = props;
  const { draft } = form;
  const { t } = usePilotTranslation();
  const hasMore =
    draft.neededBy !== null ||
    draft.expectedUsage !== '' ||
    draft.otherwise !== null ||
    draft.contribute;
  return (
    <>
      <TextAreaField
        {...form.text('useCase')}
        autoFocus
        label={t('need.useCase')}
        description={t('need.useCaseHint')}
        maxLength={useCaseLimit}
        onChange={useCase => onChange({ useCase })}
      />
      <TextAreaField
        {...form.text('alternative')}
        label={t('need.alternative')}
        rows={2}
        maxLength={alternativeLimit}
      />
      <Accordion defaultExpanded={hasMore}>
        <AccordionTrigger level={3}>
          <Text variant="body-medium" weight="bold">
            {t('need.more')}
          </Text>
        </AccordionTrigger>
        <AccordionPanel>
          <MoreDetails form={form} onChange={onChange} />
        </AccordionPanel>
      </Accordion>
    </>
  );
}

/** The details that fewer people give. */
function MoreDetails(props: {
  form: DetailsForm;
  onChange: (part: Partial<InterestDraft>) => void;
}) {
  const { form, onChange } = props;
  const { draft } = form;
  const { t } = usePilotTranslation();
  const day = form.field('neededBy');
  return (
    <Flex direction="column" gap="4" pt="2">
      <DatePicker
        ref={day.ref}
        className={classes.day}
        label={t('need.neededBy')}
        value={draft.neededBy ? parseDate(draft.neededBy) : null}
        onChange={value => onChange({ neededBy: value?.toString() ?? null })}
        validationBehavior="aria"
        validate={() => day.problem ?? null}
      />
      <TextField
        {...form.text('expectedUsage')}
        label={t('need.usage')}
        maxLength={usageLimit}
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
