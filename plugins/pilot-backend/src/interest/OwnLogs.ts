import { Steps } from '@pilot-to-platform/plugin-pilot-common';
import { byInterest } from './byInterest';
import { InterestEntry } from './Decision';
import { KeyHolders } from './KeyHolders';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** The log of a target by interest, and which of them each key named when. */
export interface OwnLogs {
  /** By the id of the interest. */
  readonly entriesOf: Map<string, InterestEntry[]>;
  readonly holders: KeyHolders;
}

/** Sorts a target's log by interest, in steps for logs of any length. */
export function* ownLogs(log: readonly NewLogEntry[]): Steps<OwnLogs> {
  const entriesOf = byInterest(log);
  const holders = new KeyHolders();
  for (const entries of entriesOf.values()) {
    yield;
    holders.add(entries);
  }
  return { entriesOf, holders };
}
