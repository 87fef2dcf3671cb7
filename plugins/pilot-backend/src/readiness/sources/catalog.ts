import { Entity, RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import { isKind, nameOf, relatedTo } from '../facts/entityFields';
import { NamedEntity, Surroundings } from '../facts/Surroundings';
import { Answerers, counted, fail, pass } from './Answers';
import {
  annotationOf,
  linkOf,
  monitoring,
  officeHours,
  Purpose,
  support,
} from './links';

/** Answers from the catalog's entry of an entity and of what it relates to. */
export const catalogAnswers: Answerers = {
  'governance.owner': ({ owner }) => {
    if (!owner) {
      return fail('Nobody owns it: spec.owner is missing.');
    }
    if (!owner.ref.startsWith('group:')) {
      return fail(`${owner.ref} owns it alone; a Group is needed.`);
    }
    return owner.entity
      ? pass(`${nameOf(owner.entity)} owns it.`)
      : fail(`Its owner ${owner.ref} is not in the catalog.`);
  },

  'automation.monitoring': subject => {
    for (const each of itAndItsParts(subject)) {
      const where = each === subject.entity ? '' : ` of ${nameOf(each)}`;
      const link = linkOf(each, monitoring);
      if (link) {
        return pass(
          `The link ${titled(link)}${where} leads to it.`,
          link.url.href,
        );
      }
      const annotation = annotationOf(each, monitoring);
      if (annotation) {
        return pass(`The annotation ${annotation}${where} names it.`);
      }
    }
    return fail(
      subject.parts.length > 0
        ? 'Neither it nor what implements it has a link or an annotation of a dashboard or an alert.'
        : 'It has no link and no annotation of a dashboard or an alert.',
    );
  },

  'headcount.support': subject => {
    const channel = linkOfIts(subject, support);
    const hours = linkOfIts(subject, officeHours);
    if (channel && hours) {
      return pass(
        `The links ${titled(channel)} and ${titled(hours)} lead to them.`,
        channel.url.href,
      );
    }
    if (channel) {
      return fail(
        `A support channel is linked as ${titled(
          channel,
        )}; a link of office hours is missing.`,
      );
    }
    return fail(
      hours
        ? `Office hours are linked as ${titled(
            hours,
          )}; a link of a support channel is missing.`
        : 'Links of a support channel and of office hours are missing.',
    );
  },

  'headcount.enough-people': (subject, { options }) => {
    const adopters = subject.adoption.adopters.length;
    const needed = Math.max(
      options?.people ?? 2,
      Math.ceil(adopters / (options?.adoptersPerPerson ?? 4)),
    );
    return enough(
      subject,
      needed,
      adopters > 0 ? ` for ${counted(adopters, 'adopter')}` : '',
    );
  },

  'headcount.two-operators': (subject, { options }) =>
    enough(subject, options?.people ?? 2),
};

/** Of two teams that could run it, the one with more members counts. */
function enough(subject: Surroundings, needed: number, reason = '') {
  const [team] = [subject.owner, subject.handOff]
    .flatMap(named => teamOf(named) ?? [])
    .sort((a, b) => b.members - a.members);
  if (!team) {
    return fail('No team of the catalog owns it, so there are no members.');
  }
  const members = `${team.name} has ${counted(
    team.members,
    'member',
  )}${reason}`;
  return team.members >= needed
    ? pass(`${members}.`)
    : fail(`${members}; ${needed} ${needed === 1 ? 'is' : 'are'} needed.`);
}

function teamOf(named: NamedEntity | undefined) {
  return named?.entity && isKind(named.entity, 'group')
    ? {
        name: nameOf(named.entity),
        members: new Set(
          [named.entity, ...(named.below ?? [])].flatMap(group =>
            relatedTo(group, RELATION_HAS_MEMBER),
          ),
        ).size,
      }
    : undefined;
}

/** The entity first: what it says itself needs nobody to see its parts. */
function* itAndItsParts(subject: Surroundings): Generator<Entity> {
  yield subject.entity;
  yield* subject.parts;
}

/** Of the entity itself, or of its owner. */
function linkOfIts(subject: Surroundings, purpose: Purpose) {
  const own = linkOf(subject.entity, purpose);
  if (own) {
    return own;
  }
  const owner = subject.owner?.entity;
  return owner && linkOf(owner, purpose);
}

function titled({ title, url }: { title: string; url: URL }): string {
  return `"${title || url.hostname}"`;
}
