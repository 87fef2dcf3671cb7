import { ConflictError } from '@backstage/errors';
import { SetStatusCommand } from '@pilot-to-platform/plugin-pilot-common';
import { InterestDecision } from './Decision';
import { withoutImported } from './withoutImported';
import { ChangedMeanwhileError } from './ChangedMeanwhileError';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** Everything that an owner's answer depends on, beside the interest. */
export interface StatusSituation {
  readonly command: SetStatusCommand;
  /** The person who answers, for the owner of the target. */
  readonly by: string;
  readonly at: Date;
}

/**
 * Decides what `PUT /interests/{id}/status` does. An answer is status and note
 * together: without a note, the one that stood is gone. What stands already
 * changes nothing, whatever the version, so a request may be repeated.
 *
 * @throws ConflictError for an interest that its author took back
 * @throws ChangedMeanwhileError for an answer to another version
 */
export function decideStatus(
  before: StoredInterest,
  { command, by, at }: StatusSituation,
): InterestDecision {
  const note = command.note ?? null;
  if (before.withdrawn) {
    throw new ConflictError(
      'withdrawn: its author took this interest back; it can be answered once they record it again',
    );
  }
  const isSame = before.status === command.status && before.statusNote === note;
  // What an import said is no answer of the owner in the portal yet.
  if (isSame && !before.imported?.includes('status')) {
    return { before, interest: before };
  }
  if (before.version !== command.version) {
    throw new ChangedMeanwhileError(before);
  }
  const answer = {
    status: command.status,
    statusNote: note,
    withdrawn: false,
    statusAt: at,
    statusBy: by,
    version: before.version + 1,
  };
  return {
    before,
    interest: {
      ...before,
      ...answer,
      updatedAt: at,
      ...withoutImported(before, 'status', 'withdrawn'),
    },
    entry: { type: 'status', at, actor: by, id: before.id, change: answer },
  };
}
