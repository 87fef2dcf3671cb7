import { MessageOf } from '../../kernel/announce/Message';
import { MessageFacts, Notice, PresentInterest } from './MessageFacts';
import { myNeeds, quote, some, statusLabels, titleOf } from './wording';

type StatusMessage = MessageOf<'status'>;

/** Tells an author what the owner answered, as far as it is still the answer. */
export function composeStatus(
  messages: readonly StatusMessage[],
  facts: MessageFacts,
): Notice | undefined {
  const answers = messages.flatMap(message => {
    const found = facts.interests.get(message.subject);
    return found && stands(message, found) ? [{ message, found }] : [];
  });
  if (answers.length === 0) {
    return undefined;
  }
  const [{ message, found }] = answers;
  const title = some([
    ...new Set(answers.map(each => titleOf(each.found.askedFor))),
  ]);
  const common = { link: myNeeds, topic: 'status' };
  if (answers.length === 1) {
    return {
      ...common,
      title: `${statusLabels[found.interest.status]}: ${title}`,
      description: describe(message, found, facts),
      scope: `status:${found.interest.id}`,
    };
  }
  const each = answers.map(({ found: { interest } }) => {
    const answer = `${facts.teamTitle(interest.team)}: ${interest.status}`;
    return interest.statusNote
      ? `${answer}, ${quote(interest.statusNote)}`
      : answer;
  });
  return {
    ...common,
    title: `${answers.length} answers: ${title}`,
    description: `${some(each, '; ')}.`,
    scope: `status:target:${found.target.id}`,
  };
}

function stands(
  { recipient, payload }: StatusMessage,
  { interest }: PresentInterest,
): boolean {
  return (
    interest.author === recipient &&
    !interest.withdrawn &&
    interest.status === payload.status &&
    interest.statusNote === payload.note
  );
}

function describe(
  { payload }: StatusMessage,
  { interest }: PresentInterest,
  facts: MessageFacts,
): string {
  const { status, statusNote } = interest;
  if (status === 'declined') {
    return `Reason: ${quote(statusNote ?? '')} You can add another use case.`;
  }
  const team = facts.teamTitle(interest.team);
  const answer = statusNote
    ? `For ${team}: ${quote(statusNote)}`
    : `For ${team}.`;
  return payload.was === status ? answer : `${answer} Was ${payload.was}.`;
}
