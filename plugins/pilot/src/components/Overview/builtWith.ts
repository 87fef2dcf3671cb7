import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { PilotEntityV1alpha1 } from '@pilot-to-platform/plugin-pilot-common';

/** Full refs of what implements a Pilot, as its description says. */
export function builtWith({ spec, metadata }: PilotEntityV1alpha1): string[] {
  const { namespace: defaultNamespace = 'default' } = metadata;
  return (spec.implementedBy ?? []).map(ref =>
    stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'component', defaultNamespace }),
    ),
  );
}
