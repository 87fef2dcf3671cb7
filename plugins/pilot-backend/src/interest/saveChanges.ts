import { PolicyInForce } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { KeptDemandInputs, saveDemandOf } from '../demand/saveDemandOf';
import { Message } from '../kernel/announce/Message';
import { queueMessages } from '../kernel/announce/queueMessages';
import { appendLines } from '../kernel/store/log/appendLog';
import { enqueueFeed } from '../kernel/store/feed/pendingChanges';
import { saveInterests } from '../kernel/store/interests/saveInterests';
import { LockedTargets } from '../kernel/store/targets/lockTargets';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** Changes that a write makes to one target. */
export interface TargetChanges {
  readonly entries: readonly NewLogEntry[];
  /** The new states of the interests that the entries are about. */
  readonly interests: readonly StoredInterest[];
  /** Teams that one of them was for until now. */
  readonly formerTeams?: readonly string[];
  /** The target's title as their author sees it, where that is to be kept. */
  readonly knownTitle?: string | null;
  /** True where the catalog shows something else afterwards. */
  readonly projected: boolean;
  /** Messages for those who are to hear of it. */
  readonly messages?: readonly Message[];
}

/**
 * Writes what was decided about a locked target: the log, the present states,
 * the note for the feed, the messages, and the sums of everything that it counts
 * for.
 *
 * @returns what the target's demand can be read from; nothing where nothing changed
 */
export async function saveChanges(
  tx: Knex.Transaction,
  where: { readonly locked: LockedTargets; readonly target: StoredTarget },
  changes: TargetChanges,
  when: {
    readonly policies: readonly PolicyInForce[];
    readonly at: Date;
    readonly recordedAt: Date;
  },
): Promise<KeptDemandInputs | undefined> {
  if (changes.entries.length === 0) {
    return undefined;
  }
  const { locked, target } = where;
  const { interests, knownTitle } = changes;
  await saveInterests(tx, target.id, interests, knownTitle);
  await appendLines(tx, target.id, changes.entries, when.recordedAt);
  if (changes.projected) {
    await enqueueFeed(tx, [target.id]);
  }
  await queueMessages(tx, changes.messages ?? [], when.recordedAt);
  const teams = changes.interests.map(({ team }) => team);
  return saveDemandOf(tx, locked, target, {
    teams: [...new Set([...teams, ...(changes.formerTeams ?? [])])],
    since: earliest(changes.entries),
    lastAt: latest(changes.entries, target.lastAt),
    policies: when.policies,
    at: when.at,
  });
}

function earliest(entries: readonly NewLogEntry[]): Date {
  return new Date(Math.min(...entries.map(({ at }) => at.getTime())));
}

function latest(entries: readonly NewLogEntry[], known: Date): Date {
  const times = entries.map(({ at }) => at.getTime());
  return new Date(Math.max(known.getTime(), ...times));
}
