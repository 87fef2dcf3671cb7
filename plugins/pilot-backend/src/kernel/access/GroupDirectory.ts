import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PilotConfig } from '../config/config';
import { GroupFacts, groupFacts, walkGroups } from './GroupFacts';

/** Milliseconds for which an answer of the catalog about a Group is kept. */
const keptMs = 60_000;
/** A Group that is missing may have been added just now. */
const missingKeptMs = 5_000;
/** Whoever asks for what is not there must not fill the memory. */
const mostKept = 20_000;
/** Refs that the catalog is asked about at once. */
const batch = 500;
/** The type of Groups that are teams where the operator does not say. */
const usualType = 'team';

interface KeptGroup {
  readonly group: GroupFacts | undefined;
  readonly until: number;
}

interface Deps {
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly config: Pick<PilotConfig, 'teamTypes' | 'childTeams'>;
}

/**
 * Knows which Groups the catalog has, which of them are teams, and who belongs
 * to whom: the one place that decides it. It asks with the plugin's own rights
 * and keeps answers for a minute: one more catalog call for each request would
 * cost as much as all the rest.
 */
export class GroupDirectory {
  readonly #deps: Deps;
  readonly #kept = new Map<string, KeptGroup>();
  #usual?: { readonly types?: readonly string[]; readonly until: number };

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * The types of Groups that can be teams, in lower case; nothing where all can.
   * Where the operator does not say, it is `team` if the catalog has such Groups.
   */
  async teamTypes(): Promise<readonly string[] | undefined> {
    if (this.#deps.config.teamTypes) {
      return this.#deps.config.teamTypes.map(lower);
    }
    if ((this.#usual?.until ?? 0) > performance.now()) {
      return this.#usual!.types;
    }
    const has = await this.hasType(usualType);
    const types = has ? [usualType] : undefined;
    this.#usual = { types, until: performance.now() + keptMs };
    return types;
  }

  /** Returns whether the catalog has a Group of a type. */
  async hasType(type: string): Promise<boolean> {
    const { items } = await this.#deps.catalog.queryEntities(
      {
        filter: { kind: 'group', 'spec.type': type },
        fields: ['kind'],
        limit: 1,
      },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
    );
    return items.length > 0;
  }

  /** The Groups among some refs that the catalog has. */
  async find(refs: readonly string[]): Promise<GroupFacts[]> {
    const wanted = [...new Set(refs)].filter(ref => ref.startsWith('group:'));
    const now = performance.now();
    if (this.#kept.size > mostKept) {
      this.#kept.clear();
    }
    const open = wanted.filter(ref => !(this.#kept.get(ref)?.until! > now));
    for (let i = 0; i < open.length; i += batch) {
      await this.#load(open.slice(i, i + batch), now);
    }
    return wanted.flatMap(ref => this.#kept.get(ref)?.group ?? []);
  }

  /** Those of some refs that are teams: Groups that the catalog has, of a type that counts. */
  async teamsAmong(refs: readonly string[]): Promise<string[]> {
    const groups = await this.find(refs);
    const isTeam = await this.#isTeam(groups);
    return groups.filter(isTeam).map(({ ref }) => ref);
  }

  /**
   * The teams of somebody, in the order of their Groups: each of these that is a
   * team, and in the place of one of another type the nearest teams above it.
   *
   * @param memberOf - the Groups that they belong to directly
   */
  async teamsOf(memberOf: readonly string[]): Promise<string[]> {
    const direct = await this.find(memberOf);
    const isTeam = await this.#isTeam(direct);
    const teams = new Set<string>();
    for (const group of direct) {
      if (isTeam(group)) {
        teams.add(group.ref);
      } else if (this.#deps.config.childTeams) {
        const above = await this.#walk([group.ref], each =>
          isTeam(each) ? [] : each.parents,
        );
        above.filter(isTeam).forEach(({ ref }) => teams.add(ref));
      }
    }
    return [...teams];
  }

  /** Refs that somebody owns with, and the Groups above these. */
  async withParents(refs: readonly string[]): Promise<string[]> {
    if (!this.#deps.config.childTeams) {
      return [...refs];
    }
    const above = await this.#walk(refs, ({ parents }) => parents);
    return [...new Set([...refs, ...above.map(({ ref }) => ref)])];
  }

  /** The child Groups whose people do not belong to a Group: without `childTeams`, all. */
  async apartFrom(ref: string): Promise<readonly string[]> {
    if (this.#deps.config.childTeams) {
      return [];
    }
    return (await this.find([ref])).flatMap(({ children }) => children);
  }

  async #walk(
    from: readonly string[],
    next: (group: GroupFacts) => readonly string[],
  ): Promise<GroupFacts[]> {
    return walkGroups(from, next, refs => this.find(refs));
  }

  async #isTeam(
    groups: readonly GroupFacts[],
  ): Promise<(group: GroupFacts) => boolean> {
    const types = groups.length > 0 ? await this.teamTypes() : undefined;
    return ({ type }) => !types || types.includes(type);
  }

  async #load(refs: readonly string[], now: number): Promise<void> {
    let groups: ReadonlyArray<GroupFacts | undefined>;
    try {
      groups = await this.#ask(refs);
    } catch (error) {
      // While the catalog is away, what it said last holds.
      if (!refs.every(ref => this.#kept.has(ref))) {
        throw error;
      }
      groups = refs.map(ref => this.#kept.get(ref)?.group);
    }
    refs.forEach((ref, index) => {
      const group = groups[index];
      const until = now + (group ? keptMs : missingKeptMs);
      this.#kept.set(ref, { group, until });
    });
  }

  async #ask(
    refs: readonly string[],
  ): Promise<ReadonlyArray<GroupFacts | undefined>> {
    const { items } = await this.#deps.catalog.getEntitiesByRefs(
      {
        entityRefs: [...refs],
        fields: ['kind', 'metadata', 'spec.type', 'relations'],
      },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
    );
    return items.map(group => group && groupFacts(group));
  }
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
