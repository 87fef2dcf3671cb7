import { countOpen } from '../kernel/store/interests/countOpen';
import { findInterest } from '../kernel/store/interests/findInterests';
import { CheckDefinition, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { dueInterests } from './dueInterests';
import { expiringFacts } from './expiringFacts';
import { joinedFacts } from './joinedFacts';
import { Message, MessageOf, MessageTopic } from '../kernel/announce/Message';
import { MessageFacts, PresentInterest } from './messages/MessageFacts';
import { phaseFacts, PhaseSources } from './phaseFacts';
import { recordedFor } from './recordedFor';
import { teamTitles } from './teamTitles';

/** The topics whose subject is an interest. */
const ofInterests: readonly MessageTopic[] = [
  'status',
  'inbox',
  'fragmentation',
];

/** Reads what messages of one recipient and scope say, as it is now. */
export async function gatherFacts(
  sources: PhaseSources & {
    readonly confirmAfterDays: number;
    readonly checks: readonly CheckDefinition[];
  },
  messages: readonly Message[],
  now: Date,
): Promise<MessageFacts> {
  const { knex, details } = sources;
  const ofTopic = <Topic extends MessageTopic>(topic: Topic) =>
    messages.find((each): each is MessageOf<Topic> => each.topic === topic);
  const confirm = ofTopic('confirm');
  const expiry = ofTopic('expiry');
  const interests = new Map<string, PresentInterest>();
  for (const { topic, subject } of messages) {
    const found = ofInterests.includes(topic)
      ? await findInterest(knex, subject)
      : undefined;
    if (found) {
      // Owners are told of what they own, wherever it was recorded.
      const askedFor =
        topic === 'status'
          ? (await recordedFor(knex, [found], details))(found)
          : found.target;
      interests.set(subject, { ...found, askedFor });
    }
  }
  const [present] = interests.values();
  const due = confirm
    ? await dueInterests(
        knex,
        confirm.recipient,
        new Date(now.getTime() - sources.confirmAfterDays * dayMs),
      )
    : [];
  const dueFor = await recordedFor(knex, due, details);
  const joined = await joinedFacts(
    knex,
    messages.filter(
      (each): each is MessageOf<'merge'> => each.topic === 'merge',
    ),
    details,
  );
  const phases = await phaseFacts(sources, messages);
  return {
    details,
    interests,
    teamTitle: await teamTitles(
      sources,
      messages.flatMap(({ topic, subject }) => {
        const interest = interests.get(subject)?.interest;
        const isTold = details === 'full' || topic === 'status';
        return interest && isTold ? [interest.team] : [];
      }),
    ),
    open:
      present && ofTopic('inbox') ? await countOpen(knex, present.target) : 0,
    toConfirm: due.map(each => ({ ...each, askedFor: dueFor(each) })),
    ...(phases && { phases }),
    ...(expiry && {
      expiring: await expiringFacts(sources, expiry.recipient, now),
    }),
    ...(joined && { joined }),
  };
}
