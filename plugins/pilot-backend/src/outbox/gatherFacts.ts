import { countOpen } from '../store/operations/countOpen';
import { targetById } from '../store/operations/findTargets';
import { findInterest } from '../store/operations/interests';
import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { dueInterests } from './dueInterests';
import { expiringFacts } from './expiringFacts';
import { Message, MessageOf, MessageTopic } from './messages/Message';
import { MessageFacts, PresentInterest } from './messages/MessageFacts';
import { phaseFacts, PhaseSources } from './phaseFacts';
import { teamTitles } from './teamTitles';

const dayMs = 24 * 60 * 60 * 1000;

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
  const { knex } = sources;
  const ofTopic = <Topic extends MessageTopic>(topic: Topic) =>
    messages.find((each): each is MessageOf<Topic> => each.topic === topic);
  const confirm = ofTopic('confirm');
  const merge = ofTopic('merge');
  const expiry = ofTopic('expiry');
  const interests = new Map<string, PresentInterest>();
  for (const { topic, subject } of messages) {
    const found = ofInterests.includes(topic)
      ? await findInterest(knex, subject)
      : undefined;
    if (found) {
      interests.set(subject, found);
    }
  }
  const [present] = interests.values();
  const phases = await phaseFacts(sources, messages);
  return {
    interests,
    teamTitle: await teamTitles(
      sources,
      [...interests.values()].map(({ interest }) => interest.team),
    ),
    open:
      present && ofTopic('inbox') ? await countOpen(knex, present.target) : 0,
    toConfirm: confirm
      ? await dueInterests(
          knex,
          confirm.recipient,
          new Date(now.getTime() - sources.confirmAfterDays * dayMs),
        )
      : [],
    ...(phases && { phases }),
    ...(expiry && {
      expiring: await expiringFacts(sources, expiry.recipient, now),
    }),
    ...(merge && { into: await targetById(knex, merge.payload.into) }),
  };
}
