import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { PilotSimilarField } from './PilotSimilarField';

/** The field `PilotSimilar` of templates, which has no value of its own. */
export const pilotSimilarFormField = createFormField({
  name: 'PilotSimilar',
  component: PilotSimilarField,
});
