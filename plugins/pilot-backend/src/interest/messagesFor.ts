import { isInternal } from '@pilot-to-platform/plugin-pilot-common';
import { InterestDecision } from './Decision';
import { Message, scopeOf, undoMs } from '../kernel/announce/Message';

/** The target of an interest, as far as messages depend on it. */
export interface MessageTarget {
  readonly id: number;
  readonly owner: string | null;
}

/**
 * Lists messages about a decision on an interest: its author hears of the
 * owner's answer, the owner of a new interest and of a team that plans to build
 * its own. Nobody hears of what they did themselves.
 */
export function messagesFor(
  decision: InterestDecision,
  target: MessageTarget,
  at: Date,
): Message[] {
  const { entry, interest } = decision;
  const dueAt = new Date(at.getTime() + undoMs);
  if (!entry) {
    return [];
  }
  if (entry.type === 'status') {
    const { before } = decision;
    return entry.actor === interest.author
      ? []
      : [
          {
            topic: 'status',
            recipient: interest.author,
            scope: scopeOf(target.id),
            subject: interest.id,
            payload: {
              was: before!.status,
              wasNote: before!.statusNote,
              status: interest.status,
              note: interest.statusNote,
            },
            dueAt,
          },
        ];
  }
  const { owner } = target;
  if (!owner || isInternal(interest, [owner])) {
    return [];
  }
  return (['inbox', 'fragmentation'] as const)
    .filter(topic =>
      topic === 'inbox' ? isNew(decision) : startsToBuild(decision),
    )
    .map(topic => ({
      topic,
      recipient: owner,
      scope: scopeOf(target.id),
      subject: interest.id,
      payload: {},
      dueAt,
    }));
}

function isNew({ entry }: InterestDecision): boolean {
  return entry?.type === 'recorded' || entry?.type === 'reopened';
}

function startsToBuild(decision: InterestDecision): boolean {
  const { before, interest } = decision;
  return (
    interest.otherwise === 'build-own' &&
    !interest.withdrawn &&
    (isNew(decision) || before?.otherwise !== 'build-own')
  );
}
