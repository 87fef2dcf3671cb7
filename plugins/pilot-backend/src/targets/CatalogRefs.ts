import { Entity, RELATION_MEMBER_OF } from '@backstage/catalog-model';
import { isPseudonym } from '../kernel/store/erasures/pseudonym';

/** Tells what the catalog knows of the refs in imported lines. */
export class CatalogRefs {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #teams: ReadonlyMap<string, readonly string[]>;
  /** Teams, all of which the catalog has. */
  readonly #found: ReadonlySet<string>;
  readonly #moved: ReadonlyMap<string, string>;

  /**
   * @param entities - by ref, those that the catalog has
   * @param teams - the teams that an author can record for, by the author's ref
   * @param moved - what teams and persons are called now that were moved
   */
  constructor(
    entities: ReadonlyMap<string, Entity>,
    teams: ReadonlyMap<string, readonly string[]>,
    moved: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#moved = moved;
    this.#entities = entities;
    this.#teams = teams;
    this.#found = new Set([...teams.values()].flat());
  }

  /** True for refs in the catalog, and for who was erased: they count too. */
  has(ref: string): boolean {
    return this.#entities.has(ref) || this.#found.has(ref) || isPseudonym(ref);
  }

  /** Follows a ref that was moved, where the catalog does not have it. */
  current(ref: string): string {
    return this.has(ref) ? ref : this.#moved.get(ref) ?? ref;
  }

  entity(ref: string): Entity | undefined {
    return this.#entities.get(ref);
  }

  teamsOf(author: string): readonly string[] {
    return this.#teams.get(author) ?? [];
  }
}

/** The Groups that a User belongs to directly, in order. */
export function groupsOf(user: Entity | undefined): string[] {
  const refs = (user?.relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef);
  return [...new Set(refs)].sort();
}
