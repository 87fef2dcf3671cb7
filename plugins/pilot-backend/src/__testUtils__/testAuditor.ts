import {
  AuditorServiceCreateEventOptions,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';

/** Event that the auditor heard, who caused it, and how it ended. */
export interface Audit {
  readonly eventId: string;
  readonly severity: AuditorServiceCreateEventOptions['severityLevel'];
  /** As the auditor of Backstage finds out, or as an action of a service says. */
  readonly actor: string | undefined;
  readonly meta: AuditorServiceCreateEventOptions['meta'];
  readonly end: string;
}

export function auditor(audits: Audit[]) {
  return createServiceFactory({
    service: coreServices.auditor,
    deps: { httpAuth: coreServices.httpAuth },
    factory: ({ httpAuth }) => ({
      createEvent: async ({ eventId, severityLevel, request: by, meta }) => {
        const { principal } = (
          by
            ? await httpAuth.credentials(by as any)
            : mockCredentials.service('plugin:pilot')
        ) as { principal: any };
        const actor = principal.userEntityRef ?? principal.subject;
        const ended = (end: string, more: object = {}) => {
          audits.push({
            ...{ eventId, severity: severityLevel, end },
            actor: by ? actor : String(meta?.service ?? actor),
            meta: { ...meta, ...more },
          });
        };
        return {
          success: async params => ended('success', params?.meta),
          fail: async ({ error, meta: more }) => ended(error.name, more),
        };
      },
    }),
  });
}
