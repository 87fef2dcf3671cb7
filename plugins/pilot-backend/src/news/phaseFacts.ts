import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { targetsByIds } from '../kernel/store/targets/findTargets';
import { interestsBy } from '../kernel/store/interests/findInterests';
import { proposalsByIds } from '../kernel/store/proposals/findProposals';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { Message } from '../kernel/announce/Message';
import { AskedFor, PhaseFacts, PresentProposal } from './messages/MessageFacts';
import { recordedFor } from './recordedFor';
import { teamTitles } from './teamTitles';
import { MessageDetails } from '../kernel/config/MessageDetails';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Sources of the messages about phases. */
export interface PhaseSources {
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly approvers: readonly string[];
  readonly details: MessageDetails;
}

const topics: ReadonlyArray<Message['topic']> = [
  'phase',
  'decision',
  'decided',
];

/** Reads what messages about phases say, as it is now; nothing if none is. */
export async function phaseFacts(
  sources: PhaseSources,
  messages: readonly Message[],
): Promise<PhaseFacts | undefined> {
  const about = messages.filter(({ topic }) => topics.includes(topic));
  if (about.length === 0) {
    return undefined;
  }
  const { knex, approvers, details } = sources;
  const found = await proposalsByIds(
    knex,
    about.map(({ subject }) => subject),
  );
  const targets = await targetsOf(knex, about, [...found.values()]);
  const proposals = new Map<string, PresentProposal>(
    [...found.values()].map(proposal => [
      proposal.id,
      { proposal, target: targets.get(proposal.targetId)! },
    ]),
  );
  const persons = [...found.values()].flatMap(({ by, decided }) =>
    decided ? [by, decided.by] : [by],
  );
  return {
    proposals,
    asked: await askedFor(knex, about, { proposals, targets, details }),
    offers: details === 'full' ? await offersOf(sources, about, proposals) : [],
    approvers,
    // To propose and to decide are acts of office: privacy is for who asked.
    personName: await teamTitles(sources, details === 'full' ? persons : []),
  };
}

/** The targets that proposals are about, and those that messages go through. */
async function targetsOf(
  knex: Knex,
  messages: readonly Message[],
  proposals: readonly StoredProposal[],
): Promise<Map<number, StoredTarget>> {
  const through = messages.flatMap(message =>
    message.topic === 'phase' ? message.payload.through ?? [] : [],
  );
  const ids = new Set([...proposals.map(each => each.targetId), ...through]);
  const found = await targetsByIds(knex, [...ids]);
  return new Map(found.map(target => [target.id, target]));
}

/** Finds the targets of the messages that the recipient still asks for. */
async function askedFor(
  knex: Knex,
  messages: readonly Message[],
  {
    proposals,
    targets,
    details,
  }: {
    readonly proposals: ReadonlyMap<string, PresentProposal>;
    readonly targets: ReadonlyMap<number, StoredTarget>;
    readonly details: MessageDetails;
  },
): Promise<Map<number, AskedFor>> {
  const result = new Map<number, AskedFor>();
  for (const message of messages) {
    const target = proposals.get(message.subject)?.target;
    if (message.topic !== 'phase' || !target) {
      continue;
    }
    const { through } = message.payload;
    const asked = through === null ? target : targets.get(through)!;
    const placed = (await interestsBy(knex, asked.id, message.recipient))
      .filter(({ withdrawn, status }) => !withdrawn && status !== 'declined')
      .map(interest => ({ interest, target: asked }));
    const askedIn = await recordedFor(knex, placed, details);
    // What they recorded for the target itself tells them most.
    const first =
      placed.find(each => askedIn(each).id === asked.id) ?? placed[0];
    if (first && !asked.goneAt) {
      result.set(asked.id, {
        target: askedIn(first),
        since: first.interest.createdAt,
      });
    }
  }
  return result;
}

/** The steps of a new platform that nobody does by hand any more. */
async function offersOf(
  { catalog, auth }: PhaseSources,
  messages: readonly Message[],
  proposals: ReadonlyMap<string, PresentProposal>,
): Promise<string[]> {
  const launched = messages
    .filter(({ topic }) => topic === 'phase')
    .flatMap(({ subject }) => proposals.get(subject) ?? [])
    .find(({ proposal }) => proposal.to === 'platform');
  if (!launched) {
    return [];
  }
  const entity = await catalog.getEntityByRef(launched.target.ref, {
    credentials: await auth.getOwnServiceCredentials(),
  });
  return automatedSteps(entity);
}

function automatedSteps(entity: Entity | undefined): string[] {
  const steps = entity?.spec?.manualSteps;
  return (Array.isArray(steps) ? steps : []).flatMap(step => {
    const { title, automatedBy } = (step ?? {}) as Record<string, unknown>;
    return typeof title === 'string' && automatedBy ? [title] : [];
  });
}
