import { DateTime } from 'luxon';
import type {
  DemandHistory,
  PilotApi,
} from '@pilot-to-platform/plugin-pilot-common';
import type { TrendRange } from '../../hooks/useDemandTabQuery';

/** As many points as a curve needs at most. */
const enough = 104;

/**
 * Loads the history of a demand, over a range that ends today or on a past day.
 */
export async function loadHistory(
  api: Pick<PilotApi, 'getDemandHistory'>,
  target: string,
  { range, asOf }: { range: TrendRange; asOf?: string },
): Promise<DemandHistory> {
  const to = asOf?.slice(0, 10);
  if (range === '3m') {
    const end = to ? DateTime.fromISO(to, { zone: 'utc' }) : DateTime.utc();
    const from = end.minus({ months: 3 }).toISODate()!;
    return api.getDemandHistory(target, { from, to, step: 1 });
  }
  const year = await api.getDemandHistory(target, { to });
  const { since } = year.summary;
  if (range === '1y' || !since || since >= year.from) return year;
  const days = DateTime.fromISO(year.to).diff(DateTime.fromISO(since), 'days');
  return api.getDemandHistory(target, {
    from: since.slice(0, 10),
    to,
    step: Math.min(366, Math.max(7, Math.ceil(days.days / enough))),
  });
}
