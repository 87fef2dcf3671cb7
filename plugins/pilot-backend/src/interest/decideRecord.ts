import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { RecordInterestCommand } from '@pilot-to-platform/plugin-pilot-common';
import { earliestToday } from '../earliestToday';
import { StoredInterest } from '../store/rows';
import { InterestDecision } from './Decision';
import { mostUseCases } from './mostUseCases';

const details = [
  'urgency',
  'useCase',
  'alternative',
  'neededBy',
  'expectedUsage',
  'otherwise',
  'contribute',
] as const;

/** Everything that recording an interest depends on. */
export interface RecordSituation {
  /** All interests in the target; those of the author at least. */
  readonly interests: readonly StoredInterest[];
  readonly command: RecordInterestCommand;
  readonly author: string;
  readonly onBehalf: boolean;
  /** The id in case it is a new one. */
  readonly newId: string;
  readonly at: Date;
}

/**
 * Decides what `PUT /interests/…` does: an omitted field stays, `null` clears,
 * and what stands already changes nothing, so a request may be repeated.
 *
 * @throws NotFoundError for an `id` that is not the author's in this target
 * @throws ConflictError for a key that is declined or, with `id`, taken, and for
 *   one use case more than one person may have in a target
 * @throws InputError for a `neededBy` that is newly set and past
 */
export function decideRecord(situation: RecordSituation): InterestDecision {
  const { at } = situation;
  const before = existing(situation);
  if (before?.status === 'declined') {
    throw new ConflictError(
      `declined: the owner declined this interest${
        before.statusNote ? ` ("${before.statusNote}")` : ''
      }; record another use case under a useCaseKey of its own`,
    );
  }
  const current = before ?? blank(situation);
  const change = changed(current, situation, before !== undefined);
  if (change.neededBy && change.neededBy < earliestToday(at)) {
    throw new InputError(
      `neededBy: ${change.neededBy} is in the past; give today or a later day, or leave it out`,
    );
  }

  if (!before) {
    requireRoom(situation);
    const interest = { ...current, ...change };
    return {
      interest,
      entry: { type: 'recorded', at, actor: situation.author, state: interest },
    };
  }
  const reopened = before.withdrawn;
  if (!reopened && Object.keys(change).length === 0) {
    return { before, interest: before };
  }
  const full = {
    ...change,
    confirmedAt: at,
    version: before.version + 1,
    ...(reopened
      ? {
          withdrawn: false,
          status: before.status,
          statusNote: before.statusNote,
        }
      : {}),
  };
  return {
    before,
    interest: { ...before, ...full, updatedAt: at },
    entry: {
      type: reopened ? 'reopened' : 'changed',
      at,
      actor: situation.author,
      id: before.id,
      change: full,
    },
  };
}

/** The target is locked, so that no other request takes the last place. */
function requireRoom({ interests, author }: RecordSituation): void {
  const own = interests.filter(interest => interest.author === author);
  if (own.length >= mostUseCases) {
    throw new ConflictError(
      `useCaseKey: you have ${own.length} use cases in this target, withdrawn ones included, and more than ${mostUseCases} are not taken; change one of them, by its team and useCaseKey or by its id`,
    );
  }
}

function existing(situation: RecordSituation): StoredInterest | undefined {
  const { interests, command, author } = situation;
  const own = interests.filter(interest => interest.author === author);
  const withKey = (key: string) =>
    own.find(
      interest => interest.team === command.team && interest.useCaseKey === key,
    );
  if (command.id === undefined) {
    return withKey(command.useCaseKey ?? 'default');
  }
  const found = own.find(interest => interest.id === command.id);
  if (!found) {
    throw new NotFoundError(
      `id: you have no interest ${command.id} in this target; leave id out to record a new one`,
    );
  }
  const taken = withKey(command.useCaseKey ?? found.useCaseKey);
  if (taken && taken !== found) {
    throw new ConflictError(
      `useCaseKey: ${taken.useCaseKey} is taken by your interest ${taken.id} for ${taken.team}; choose another key`,
    );
  }
  return found;
}

function blank(situation: RecordSituation): StoredInterest {
  const { command, at } = situation;
  return {
    id: situation.newId,
    team: command.team,
    author: situation.author,
    onBehalf: situation.onBehalf,
    useCaseKey: command.useCaseKey ?? 'default',
    urgency: 'important',
    useCase: null,
    alternative: null,
    neededBy: null,
    expectedUsage: null,
    otherwise: null,
    contribute: false,
    status: 'open',
    statusNote: null,
    statusAt: null,
    statusBy: null,
    withdrawn: false,
    createdAt: at,
    updatedAt: at,
    confirmedAt: at,
    version: 1,
  };
}

type Change = Partial<
  Pick<
    StoredInterest,
    (typeof details)[number] | 'team' | 'onBehalf' | 'useCaseKey'
  >
>;

function changed(
  current: StoredInterest,
  { command, onBehalf }: RecordSituation,
  withKey: boolean,
): Change {
  const change: Record<string, unknown> = {};
  const keys = withKey ? (['team', 'useCaseKey'] as const) : [];
  for (const key of [...keys, ...details]) {
    const wanted = command[key];
    if (wanted !== undefined && wanted !== current[key]) {
      change[key] = wanted;
    }
  }
  if (change.team && onBehalf !== current.onBehalf) {
    change.onBehalf = onBehalf;
  }
  return change as Change;
}
