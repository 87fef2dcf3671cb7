import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { countOpen } from '../store/operations/countOpen';
import { targetById } from '../store/operations/findTargets';
import { findInterest } from '../store/operations/interests';
import { dueInterests } from './dueInterests';
import { Message, MessageOf, MessageTopic } from './messages/Message';
import { MessageFacts, PresentInterest } from './messages/MessageFacts';
import { teamTitles } from './teamTitles';

const dayMs = 24 * 60 * 60 * 1000;

/** Reads what messages of one recipient and scope say, as it is now. */
export async function gatherFacts(
  sources: {
    readonly knex: Knex;
    readonly catalog: CatalogService;
    readonly auth: AuthService;
    readonly confirmAfterDays: number;
  },
  messages: readonly Message[],
  now: Date,
): Promise<MessageFacts> {
  const { knex } = sources;
  const ofTopic = <Topic extends MessageTopic>(topic: Topic) =>
    messages.find((each): each is MessageOf<Topic> => each.topic === topic);
  const confirm = ofTopic('confirm');
  const merge = ofTopic('merge');
  const interests = new Map<string, PresentInterest>();
  for (const { topic, subject } of messages) {
    const found =
      topic === 'merge' || topic === 'confirm'
        ? undefined
        : await findInterest(knex, subject);
    if (found) {
      interests.set(subject, found);
    }
  }
  const [present] = interests.values();
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
    ...(merge && { into: await targetById(knex, merge.payload.into) }),
  };
}
