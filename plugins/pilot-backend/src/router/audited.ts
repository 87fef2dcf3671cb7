import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';

/** Runs a write or an export and tells the auditor how it went. */
export async function audited<T>(
  auditor: AuditorService,
  event: {
    eventId: string;
    request?: Request;
    meta?: AuditorServiceCreateEventOptions['meta'];
  },
  write: () => Promise<T>,
): Promise<T> {
  const auditorEvent = await auditor.createEvent({
    ...event,
    // The auditor knows only the plain request, whatever its parameters.
    request: event.request as any,
    severityLevel: 'medium',
  });
  try {
    const result = await write();
    await auditorEvent.success();
    return result;
  } catch (error) {
    await auditorEvent.fail({ error: error as Error });
    throw error;
  }
}
