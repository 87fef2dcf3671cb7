import {
  InterestLine,
  StatusLine,
} from '@pilot-to-platform/plugin-pilot-common';
import { InterestEntry } from './Decision';
import {
  interestDetails,
  noDetails,
} from '../kernel/store/interests/interestDetails';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** A line whose team is known. */
export type WithTeam<Line> = Line & { readonly team: string };

/** A line about one interest, whose team is known. */
export type InterestLineRead = WithTeam<InterestLine> | WithTeam<StatusLine>;

/**
 * Makes the log lines of an interest from an imported line. They are made from
 * that line alone, so that the order in which lines come does not matter: it
 * says its details at its creation and again when it was confirmed.
 */
export function importedEntries(
  line: InterestLineRead,
  id: string,
): InterestEntry[] {
  return line.type === 'interest'
    ? recordedEntries(line, id)
    : [statusEntry(line, id)];
}

function recordedEntries(
  line: WithTeam<InterestLine>,
  id: string,
): InterestEntry[] {
  const createdAt = new Date(line.createdAt);
  const confirmedAt = new Date(line.confirmedAt ?? line.createdAt);
  const said = interestDetails.filter(key => line[key] !== undefined);
  const details = Object.fromEntries(said.map(key => [key, line[key]]));
  const order = orderOf(confirmedAt, details);
  const { team, author, useCaseKey } = line;
  const state: StoredInterest = {
    id,
    team,
    author,
    useCaseKey,
    ...noDetails,
    ...details,
    status: 'open',
    statusNote: null,
    statusAt: null,
    statusBy: null,
    withdrawn: false,
    createdAt,
    updatedAt: createdAt,
    confirmedAt: createdAt,
    version: 1,
  };
  const recorded: InterestEntry = {
    type: 'recorded',
    at: createdAt,
    actor: author,
    order,
    said,
    state,
  };
  if (confirmedAt <= createdAt) {
    return [recorded];
  }
  return [
    recorded,
    {
      type: said.length > 0 ? 'changed' : 'confirmed',
      at: confirmedAt,
      actor: author,
      order,
      id,
      change: { ...details, confirmedAt },
    },
  ];
}

function statusEntry(line: WithTeam<StatusLine>, id: string): InterestEntry {
  const at = new Date(line.at);
  const isWithdrawn = line.status === 'withdrawn';
  const change =
    line.status === 'withdrawn'
      ? { withdrawn: true }
      : { withdrawn: false, status: line.status, statusNote: line.note };
  return {
    type: isWithdrawn ? 'withdrawn' : 'status',
    at,
    actor: line.by,
    id,
    change,
    order: `2 ${JSON.stringify([line.by, change])}`,
  };
}

/**
 * Within one instant, what was confirmed first comes last: a later account of the
 * same creation does not rewrite what the earlier one said of it.
 */
function orderOf(confirmedAt: Date, details: object): string {
  const sooner = String(9e15 - confirmedAt.getTime()).padStart(16, '0');
  return `1 ${sooner} ${JSON.stringify(details)}`;
}
