import { InterestEntry } from './Decision';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** The lines of a log about interests, by the interest that each is about. */
export function byInterest(
  log: readonly NewLogEntry[],
): Map<string, InterestEntry[]> {
  const result = new Map<string, InterestEntry[]>();
  for (const entry of log) {
    if ('state' in entry || 'change' in entry) {
      const id = 'state' in entry ? entry.state.id : entry.id;
      const entries = result.get(id);
      if (entries) {
        entries.push(entry);
      } else {
        result.set(id, [entry]);
      }
    }
  }
  return result;
}
