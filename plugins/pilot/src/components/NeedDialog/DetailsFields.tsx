import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { InterestDraft } from './InterestDraft';
import { MoreDetails } from './MoreDetails';

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
