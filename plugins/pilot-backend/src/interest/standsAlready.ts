import { interestDetails } from '../kernel/store/interests/interestDetails';
import { InterestEntry } from './Decision';
import { foldInterest } from './foldInterest';
import { InterestLineRead } from './importedEntries';
import { NewLogEntry } from '../kernel/store/log/logRows';

/**
 * Tells whether a line says only what the log of its interest says already: an interest as an export wrote it, which
 * stands just so, or a change of status that somebody made here. An export can so be imported where it came from.
 */
export function standsAlready(
  line: InterestLineRead,
  id: string,
  log: readonly InterestEntry[],
): boolean {
  return line.type === 'interest'
    ? line.id === id && isPresent(line, log)
    : log.some(entry => isStatus(entry, line));
}

function isPresent(
  line: Extract<InterestLineRead, { type: 'interest' }>,
  log: readonly InterestEntry[],
): boolean {
  const state = foldInterest(log);
  return (
    state !== undefined &&
    state.createdAt.getTime() === Date.parse(line.createdAt) &&
    state.confirmedAt.getTime() ===
      Date.parse(line.confirmedAt ?? line.createdAt) &&
    interestDetails.every(
      key => line[key] === undefined || line[key] === state[key],
    )
  );
}

function isStatus(
  entry: NewLogEntry,
  line: Extract<InterestLineRead, { type: 'status' }>,
): boolean {
  if (
    !('change' in entry) ||
    entry.actor !== line.by ||
    entry.at.getTime() !== Date.parse(line.at)
  ) {
    return false;
  }
  const { withdrawn, status, statusNote } = entry.change;
  return line.status === 'withdrawn'
    ? withdrawn === true
    : status === line.status && statusNote === line.note;
}
