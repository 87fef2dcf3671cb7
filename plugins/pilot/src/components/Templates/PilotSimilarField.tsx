import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { PilotSimilar } from './PilotSimilar';

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
