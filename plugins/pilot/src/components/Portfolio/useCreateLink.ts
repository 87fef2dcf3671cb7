import { useRouteRef } from '@backstage/core-plugin-api';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useResource } from '../../hooks/useResource';
import { templateRouteRef, templatesRouteRef } from '../../routes';

/** The template that registers a Pilot, as the examples name it. */
const register = { namespace: 'default', templateName: 'register-pilot' };

/**
 * Where a Pilot is created: the form of the template for it where the catalog has
 * that, else the list of all templates, if any.
 */
export function useCreateLink(): string | undefined {
  const { namespace, templateName } = register;
  const template = useResource(
    usePilotCache().target(`template:${namespace}/${templateName}`),
  );
  const formOf = useRouteRef(templateRouteRef);
  const templates = useRouteRef(templatesRouteRef);
  return template.state === 'ready' && formOf
    ? formOf(register)
    : templates?.();
}
