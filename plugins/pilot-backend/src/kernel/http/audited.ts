import {
  AuditorService,
  AuditorServiceCreateEventOptions,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** An event as the auditor gets it before its outcome is known. */
export interface AuditedEvent {
  readonly eventId: string;
  readonly severityLevel: AuditorServiceEventSeverityLevel;
  /** Request that the auditor reads the credentials of the caller from. */
  readonly request?: AuditorServiceCreateEventOptions['request'];
  readonly meta?: JsonObject;
}

/** Does something and reports its outcome to the auditor, with the noted details. */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditedEvent,
  act: (note: (meta: JsonObject) => void) => Promise<T>,
): Promise<T> {
  const auditorEvent = await auditor.createEvent(event);
  let meta: JsonObject = {};
  const note = (more: JsonObject) => {
    meta = { ...meta, ...more };
  };
  try {
    const result = await act(note);
    await auditorEvent.success({ meta });
    return result;
  } catch (error) {
    await auditorEvent.fail({ error: error as Error, meta });
    throw error;
  }
}

/** The event of a refusal where the answer itself is not audited. */
export const refusedEventId = 'access-refused';

/** Does something, and tells the auditor only of a refusal of rights. */
export async function auditedIfRefused<T>(
  auditor: AuditorService,
  event: Omit<AuditedEvent, 'eventId' | 'severityLevel'>,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isRefusal(error)) {
      const auditorEvent = await auditor.createEvent({
        ...event,
        eventId: refusedEventId,
        severityLevel: 'medium',
      });
      await auditorEvent.fail({ error: error as Error });
    }
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  const name = (error as Error | undefined)?.name;
  return name === 'NotAllowedError' || name === 'AuthenticationError';
}
