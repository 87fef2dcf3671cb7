import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { targetById, targetsByRefs } from '../kernel/store/targets/findTargets';
import { formerTargets } from '../kernel/store/log/findFormerTargets';
import { interestsBy } from '../kernel/store/interests/findInterests';
import { knownTitles } from '../kernel/store/interests/knownTitles';
import { MessageOf } from '../kernel/announce/Message';
import { JoinedTarget } from './messages/MessageFacts';
import { MessageDetails } from '../kernel/config/MessageDetails';

/**
 * Reads where a recipient's interests went, and from where: what they recorded
 * them for, and not what these had become before the last merge.
 */
export async function joinedFacts(
  db: Knex,
  messages: ReadonlyArray<MessageOf<'merge'>>,
  details: MessageDetails,
): Promise<JoinedTarget | undefined> {
  const [message] = messages;
  if (!message) {
    return undefined;
  }
  const into = await targetById(db, message.payload.into);
  if (!into) {
    return undefined;
  }
  if (details === 'full') {
    return { into, from: [], isKnown: true };
  }
  const own = await interestsBy(db, into.id, message.recipient);
  const former = await formerTargets(
    db,
    own.map(({ id }) => id),
    [into.id],
  );
  const targets = new Map(
    (await targetsByRefs(db, [...new Set([...former.values()].flat())])).map(
      target => [target.ref, target],
    ),
  );
  const nameOf = (ref: string) =>
    targets.get(ref)?.title ?? parseEntityRef(ref).name;
  const named = new Set(messages.map(({ payload }) => payload.from));
  const moved = own
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ id }) => {
      const refs = former.get(id);
      return refs ? [{ id, first: refs[0], last: nameOf(refs.at(-1)!) }] : [];
    });
  // Of something that was renamed since, all that moved is named.
  const now = moved.filter(({ last }) => named.has(last));
  const titles = await knownTitles(
    db,
    own.map(({ id }) => id),
  );
  // Each once, by the title that the recipient last saw.
  const from = new Map(
    (now.length > 0 ? now : moved).flatMap(({ id, first }) => {
      const target = targets.get(first);
      return target
        ? [[first, { ...target, title: titles.get(id) ?? null }] as const]
        : [];
    }),
  );
  const stayed = own.filter(({ id }) => former.get(id) === undefined);
  const isOwner = into.owner === message.recipient;
  const seenAs = stayed.flatMap(({ id }) => titles.get(id) ?? []).at(-1);
  return {
    into: isOwner ? into : { ...into, title: seenAs ?? null },
    from: [...from.values()],
    isKnown: isOwner || stayed.length > 0,
  };
}
