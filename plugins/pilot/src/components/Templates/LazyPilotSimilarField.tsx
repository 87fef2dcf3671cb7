import { lazy, Suspense, type ComponentProps } from 'react';
import type { PilotSimilarField } from './PilotSimilarField';

const Field = lazy(async () => {
  const module = await import('./PilotSimilarField');
  return { default: module.PilotSimilarField };
});

/** The field for the old frontend system, which takes fields as they are. */
export function LazyPilotSimilarField(
  props: ComponentProps<typeof PilotSimilarField>,
) {
  return (
    <Suspense fallback={null}>
      <Field {...props} />
    </Suspense>
  );
}
