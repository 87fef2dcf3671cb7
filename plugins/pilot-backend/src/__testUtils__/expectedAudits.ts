import { refusedEventId } from '../kernel/http/audited';
import { Audit } from './testAuditor';

/** Picks the parts of an audit that a test compares. */
export const heardOf = ({ eventId, actor, end }: Audit) => ({
  isRefusal: eventId === refusedEventId,
  actor,
  end,
});

const ends: Record<number, string> = {
  400: 'InputError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
};

/**
 * Returns what the auditor hears of one call: of a write one event, however it
 * ends; of a read a refusal alone; and nothing of who is turned away before the
 * plugin.
 */
export function expectedAudits(call: {
  readonly status: number;
  readonly actor: string;
  readonly isRead: boolean;
}): Array<ReturnType<typeof heardOf>> {
  const { status, actor, isRead } = call;
  if (status === 401 || (isRead && status !== 403)) {
    return [];
  }
  return [{ isRefusal: isRead, actor, end: ends[status] ?? 'success' }];
}
