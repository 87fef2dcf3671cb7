import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  isRemovedText,
  RecordInterestCommand,
  StatedDetail,
  statedDetails,
  statedTexts,
} from '@pilot-to-platform/plugin-pilot-common';
import { earliestToday } from '../kernel/clock/earliestToday';
import { InterestDecision } from './Decision';
import { mostUseCases } from './mostUseCases';
import { repeatedBy } from './repeatedBy';
import { noDetails } from '../kernel/store/interests/interestDetails';
import {
  ImportedPart,
  StoredInterest,
} from '../kernel/store/interests/interestRows';

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
  /** Instants of merges and moves; read where an interest is withdrawn. */
  readonly joinedAt?: ReadonlySet<number>;
}

/**
 * Decides what `PUT /interests/…` does: an omitted field stays, `null` clears,
 * and a repeated request changes nothing. The first repetition of imported
 * interest is a confirmation by the person.
 *
 * @throws NotFoundError for an `id` that is not the author's in this target
 * @throws ConflictError for a key that is declined or, with `id`, taken, and for
 *   one use case more than one person may have in a target
 * @throws InputError for a `neededBy` that is newly set and past
 */
export function decideRecord(asked: RecordSituation): InterestDecision {
  const { at } = asked;
  const before = existing(asked);
  const situation = before ? underItsKey(asked, before) : asked;
  if (before?.status === 'declined') {
    throw new ConflictError(
      `declined: the owner declined this interest${
        before.statusNote ? ` ("${before.statusNote}")` : ''
      }; record another use case under a useCaseKey of its own`,
    );
  }
  const current = before ?? blank(situation);
  const change = {
    ...(before?.withdrawn && withoutRemoved(before)),
    ...changed(current, situation, before !== undefined),
  };
  const isNew = change.neededBy !== current.neededBy;
  if (isNew && change.neededBy && change.neededBy < earliestToday(at)) {
    throw new InputError(
      `neededBy: ${change.neededBy} is in the past; give today or a later day, or leave it out`,
    );
  }

  if (!before) {
    requireRoom(situation);
    const interest = { ...current, ...change };
    const said = [
      // It is wanted again, should an import tell that it was withdrawn before.
      'withdrawn',
      ...statedDetails.filter(key => situation.command[key] !== undefined),
      ...(situation.onBehalf ? ['onBehalf'] : []),
    ];
    return {
      interest,
      entry: {
        type: 'recorded',
        at,
        actor: situation.author,
        said,
        state: interest,
      },
    };
  }
  const reopened = before.withdrawn;
  const isFirstPress = before.imported?.includes('press') ?? false;
  const isChange = Object.keys(change).length > 0;
  if (!reopened && !isChange && !isFirstPress) {
    return { before, interest: before };
  }
  const full = {
    ...change,
    confirmedAt: at,
    version: before.version + 1,
    ...(reopened ? { withdrawn: false } : {}),
  };
  const imported = before.imported?.filter(
    part => part !== 'press' && part !== 'withdrawn' && !(part in change),
  );
  const type = isChange ? 'changed' : 'confirmed';
  return {
    before,
    interest: {
      ...before,
      ...full,
      updatedAt: at,
      ...(imported && { imported }),
    },
    entry: {
      type: reopened ? 'reopened' : type,
      at,
      actor: situation.author,
      id: before.id,
      change: full,
      ...saidToo(situation.command, change),
    },
  };
}

/** Clears removed texts; an author who asks again may write them anew. */
function withoutRemoved(before: StoredInterest): Change {
  const removed = statedTexts.filter(key => isRemovedText(before[key]));
  return Object.fromEntries(removed.map(key => [key, null]));
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

/** Lists repeated details; an import of earlier ones does not undo them. */
function saidToo(
  command: RecordInterestCommand,
  change: Change,
): { also?: Change } {
  const also = statedDetails.filter(
    key => command[key] !== undefined && !(key in change),
  );
  return also.length > 0
    ? { also: Object.fromEntries(also.map(key => [key, command[key]])) }
    : {};
}

function existing(situation: RecordSituation): StoredInterest | undefined {
  const { interests, command, author } = situation;
  const own = interests.filter(interest => interest.author === author);
  const withKey = (key: string) =>
    own.find(
      interest => interest.team === command.team && interest.useCaseKey === key,
    );
  if (command.id === undefined) {
    const keyed = withKey(command.useCaseKey ?? 'default');
    // What its author withdrew comes back under its own key.
    const isJoined =
      keyed?.withdrawn && situation.joinedAt?.has(keyed.updatedAt.getTime());
    return isJoined ? repeatedBy(keyed, own) ?? keyed : keyed;
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

/** Keeps the key of an interest that stands for the one asked for. */
function underItsKey(
  situation: RecordSituation,
  found: StoredInterest,
): RecordSituation {
  const { command } = situation;
  const isOther =
    command.id === undefined &&
    found.useCaseKey !== (command.useCaseKey ?? 'default');
  return isOther
    ? { ...situation, command: { ...command, useCaseKey: undefined } }
    : situation;
}

function blank(situation: RecordSituation): StoredInterest {
  const { command, at } = situation;
  return {
    id: situation.newId,
    team: command.team,
    author: situation.author,
    useCaseKey: command.useCaseKey ?? 'default',
    ...noDetails,
    onBehalf: situation.onBehalf,
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
  Pick<StoredInterest, StatedDetail | 'team' | 'onBehalf' | 'useCaseKey'>
>;

function changed(
  current: StoredInterest,
  { command, onBehalf }: RecordSituation,
  withKey: boolean,
): Change {
  const change: Record<string, unknown> = {};
  const keys = withKey ? (['team', 'useCaseKey'] as const) : [];
  for (const key of [...keys, ...statedDetails]) {
    const wanted = command[key];
    const isSaidAnew =
      current.imported?.includes(key as ImportedPart) ||
      (current.imported?.includes('press') && key !== 'team');
    if (wanted !== undefined && (wanted !== current[key] || isSaidAnew)) {
      change[key] = wanted;
    }
  }
  if (change.team && onBehalf !== current.onBehalf) {
    change.onBehalf = onBehalf;
  }
  return change as Change;
}
