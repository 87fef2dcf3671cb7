import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Flex, Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LooksAlike } from '../NeedDialog/LooksAlike';
import { useSimilarWords, type SimilarWords } from './useSimilarWords';

/**
 * The `ui:options` of the field: which parameters of the template to look at,
 * where they have other names.
 * @public
 */
export interface PilotSimilarOptions {
  title?: string;
  problem?: string;
  capability?: string;
}

/** {@link PilotSimilar} in the form of a template, for the fields beside it. */
export function PilotSimilarField(
  props: FieldExtensionComponentProps<null, PilotSimilarOptions>,
) {
  const { formContext, uiSchema } = props;
  const {
    title = 'title',
    problem = 'problem',
    capability = 'capability',
  } = uiSchema['ui:options'] ?? {};
  const said = (parameter: string): string | undefined => {
    const value = formContext.formData?.[parameter];
    return typeof value === 'string' ? value : undefined;
  };
  return (
    <PilotSimilar
      words={{
        title: said(title),
        text: said(problem),
        capability: said(capability),
      }}
    />
  );
}

/**
 * Lists what looks like a Pilot that somebody is about to register, while they
 * type. It stops nobody.
 */
function PilotSimilar(props: { words: SimilarWords }) {
  const { t } = usePilotTranslation();
  const items = useSimilarWords(props.words);
  return (
    <div role="status">
      {items === undefined && <Text as="p">{t('similar.hint')}</Text>}
      {items?.length === 0 && <Text as="p">{t('similar.nothing')}</Text>}
      {items && items.length > 0 && (
        <Flex direction="column" gap="4">
          <LooksAlike items={items} />
          <Text as="p">{t('similar.advice')}</Text>
        </Flex>
      )}
    </div>
  );
}
