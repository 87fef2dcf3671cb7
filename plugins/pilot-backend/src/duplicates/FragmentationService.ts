import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  Can,
  Fragmentation,
  FragmentationGroup,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { teamsAsking } from './teamsAsking';
import { Clock } from '../kernel/clock/Clock';
import { datedWrite } from '../kernel/store/datedWrite';
import {
  Dismissal,
  findDismissal,
  revokeDismissal,
  saveDismissal,
  standingDismissals,
} from '../kernel/store/duplicates/dismissals';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { VisibleDuplicates, SeenGroup, SeenGroups } from './VisibleDuplicates';
import { TargetCard, TargetCards } from './TargetCards';

/** Groups in one answer. */
const mostGroups = 200;

interface Deps {
  readonly knex: Knex;
  readonly seen: VisibleDuplicates;
  readonly door: Door;
  readonly cards: TargetCards;
  config: { approvers: readonly string[]; showAuthors: boolean };
  readonly clock: Clock;
}

/**
 * Warns of what teams are about to build twice, and lets owners and approvers
 * say that it is none. A group is named by what its viewer sees of it, so that a
 * dismissal holds for all who see the same.
 */
export class FragmentationService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotFoundError for a target that the caller cannot see */
  async list(
    query: { readonly target?: string; readonly dismissed: boolean },
    { credentials }: CallOptions,
  ): Promise<Fragmentation> {
    const viewer = await this.#deps.door.reader(credentials);
    if (query.target) {
      await this.#deps.door.target(query.target, viewer);
    }
    const { groups, targets } = await this.#deps.seen.of(viewer);
    const dismissals = new Map(
      (await standingDismissals(this.#deps.knex)).map(each => [each.key, each]),
    );
    const wanted = groups.filter(
      ({ key, members }) =>
        (query.dismissed || !dismissals.has(key)) &&
        (!query.target || members.includes(query.target)),
    );
    const cards = await this.#cardsOf(wanted, targets, viewer);
    const asking = await teamsAsking(
      this.#deps.knex,
      [...cards.keys()].flatMap(ref => targets.get(ref) ?? []),
      refs => viewer.sees(refs),
    );
    // Which teams two members share is told only where both are seen.
    const teamsIn = ({ members }: SeenGroup) =>
      Math.max(
        new Set(members.flatMap(ref => [...(asking.get(ref) ?? [])])).size,
        ...members.map(ref => cards.get(ref)?.teams ?? 0),
      );
    return {
      groups: wanted
        .map(group => ({ ...group, teams: teamsIn(group) }))
        .sort(byTeams)
        .slice(0, mostGroups)
        .map(group =>
          this.#view(group, {
            members: group.members.flatMap(ref => cards.get(ref) ?? []),
            dismissal: dismissals.get(group.key),
            viewer,
          }),
        ),
    };
  }

  /**
   * @returns the id to take it back by; the same one for as long as it stands
   * @throws NotFoundError for a group that the caller cannot see
   */
  async dismiss(
    { key, reason }: { readonly key: string; readonly reason: string },
    { credentials }: CallOptions,
  ): Promise<{ id: string }> {
    const viewer = await this.#deps.door.reader(credentials);
    await this.#requireGroup(key, viewer);
    const by = viewer.caller.user;
    const id = await datedWrite(this.#deps.knex, this.#deps.clock, (tx, at) =>
      saveDismissal(tx, { id: randomUUID(), key, reason, by, at }),
    );
    return { id };
  }

  /** Takes a dismissal back; one that was taken back already stays so. */
  async restore(id: string, { credentials }: CallOptions): Promise<void> {
    const viewer = await this.#deps.door.reader(credentials);
    const dismissal = await findDismissal(this.#deps.knex, id);
    if (!dismissal) {
      throw unseen(`dismissal ${id}`);
    }
    const { user } = viewer.caller;
    if (dismissal.by !== user) {
      await this.#requireGroup(dismissal.key, viewer, `dismissal ${id}`);
    }
    await datedWrite(this.#deps.knex, this.#deps.clock, (tx, at) =>
      revokeDismissal(tx, id, user, at),
    );
  }

  /**
   * @throws NotFoundError for a group that the viewer does not see
   * @throws NotAllowedError where it is not theirs to say that it is no duplicate
   */
  async #requireGroup(
    key: string,
    viewer: Viewer,
    what = `group ${key}`,
  ): Promise<void> {
    const { groups, targets } = await this.#deps.seen.of(viewer);
    const group = groups.find(each => each.key === key);
    if (!group) {
      throw unseen(what);
    }
    const cards = await this.#cardsOf([group], targets, viewer);
    if (this.#canDismiss([...cards.values()], viewer) !== true) {
      throw new NotAllowedError(
        'Only owners of a member, approvers and administrators say that a group is no duplicate',
      );
    }
  }

  async #cardsOf(
    groups: readonly SeenGroup[],
    targets: SeenGroups['targets'],
    viewer: Viewer,
  ): Promise<Map<string, TargetCard>> {
    const refs = [...new Set(groups.flatMap(({ members }) => members))];
    return this.#deps.cards.of(
      refs.flatMap(ref => targets.get(ref) ?? []),
      refs.filter(ref => !targets.has(ref)),
      viewer,
    );
  }

  #view(
    group: SeenGroup & { readonly teams: number },
    context: {
      readonly members: readonly TargetCard[];
      readonly dismissal: Dismissal | undefined;
      readonly viewer: Viewer;
    },
  ): FragmentationGroup {
    const { dismissal, viewer } = context;
    const members = [...context.members].sort((a, b) => b.score - a.score);
    const showsBy =
      this.#deps.config.showAuthors || dismissal?.by === viewer.caller.user;
    return {
      key: group.key,
      reasons: [...group.reasons],
      members,
      otherwise: group.otherwise.map(row => ({
        ...row,
        at: row.at.toISOString(),
      })),
      teams: group.teams,
      dismissed: dismissal
        ? {
            id: dismissal.id,
            by: showsBy ? dismissal.by : null,
            at: dismissal.at.toISOString(),
            reason: dismissal.reason,
          }
        : null,
      can: this.#can(members, viewer),
    };
  }

  #can(members: readonly TargetCard[], viewer: Viewer): Can {
    return {
      dismiss: this.#canDismiss(members, viewer),
      merge: members.length > 1 ? this.#canMerge(viewer) : 'oneMember',
    };
  }

  #canDismiss(
    members: readonly TargetCard[],
    viewer: Viewer,
  ): true | 'notOwner' {
    return (
      viewer.rights.admin ||
      viewer.isApprover ||
      members.some(({ owner }) => viewer.owns(owner)) ||
      'notOwner'
    );
  }

  #canMerge(viewer: Viewer): true | 'notApprover' | 'noApprovers' {
    if (viewer.rights.admin || viewer.isApprover) {
      return true;
    }
    return this.#deps.config.approvers.length > 0
      ? 'notApprover'
      : 'noApprovers';
  }
}

/** The most teams first, then the most plans, then by name. */
function byTeams(
  a: SeenGroup & { readonly teams: number },
  b: SeenGroup & { readonly teams: number },
): number {
  return (
    b.teams - a.teams ||
    b.otherwise.length - a.otherwise.length ||
    (a.members[0] < b.members[0] ? -1 : 1)
  );
}

function unseen(what: string): NotFoundError {
  return new NotFoundError(`There is no ${what} that you can see`);
}
