import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { Message, scopeOf, undoMs } from '../kernel/announce/Message';

/** The Pilot that something is proposed for. */
interface ProposedFor {
  readonly id: number;
  readonly owner: string | null;
}

/** Asks the Groups of approvers to decide about a new proposal. */
export function messagesForProposal(
  { id }: Pick<StoredProposal, 'id'>,
  target: ProposedFor,
  approvers: readonly string[],
  at: Date,
): Message[] {
  return approvers.map(recipient => ({
    topic: 'decision',
    recipient,
    scope: scopeOf(target.id),
    subject: id,
    payload: {},
    dueAt: dueAfter(at),
  }));
}

/**
 * Tells the owner what was decided and, of another phase, everybody who is
 * interested: once each, by what they asked for themselves if they did.
 */
export function messagesForDecision(
  { id, state, decided }: StoredProposal,
  target: ProposedFor,
  interested: ReadonlyArray<{
    readonly author: string;
    /** The id of the target that their interest is in. */
    readonly target: number;
  }>,
  at: Date,
): Message[] {
  const { owner } = target;
  const dueAt = dueAfter(at);
  const told = new Map<string, number>();
  for (const each of state === 'approved' ? interested : []) {
    if (each.author !== decided?.by) {
      const known = told.get(each.author);
      const isOwn = each.target === target.id;
      told.set(each.author, isOwn ? target.id : known ?? each.target);
    }
  }
  return [
    ...(owner && owner !== decided?.by
      ? [
          {
            topic: 'decided' as const,
            recipient: owner,
            scope: scopeOf(target.id),
            subject: id,
            payload: {},
            dueAt,
          },
        ]
      : []),
    ...[...told].map(([recipient, asked]) => ({
      topic: 'phase' as const,
      recipient,
      scope: scopeOf(asked),
      subject: id,
      payload: { through: asked === target.id ? null : asked },
      dueAt,
    })),
  ];
}

function dueAfter(at: Date): Date {
  return new Date(at.getTime() + undoMs);
}
