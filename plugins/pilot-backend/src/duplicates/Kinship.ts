import {
  Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Fields of an entity that {@link Kinship.add} reads. */
export const kinshipFields = ['relations'];

const system = 'system:';

/**
 * Knows which targets belong together, as the catalog relates them: a whole and
 * its part, parts of one System, or what one owner has. They are not built
 * twice.
 */
export class Kinship {
  readonly #parts = new Map<string, Set<string>>();
  readonly #systems = new Map<string, string>();
  readonly #owners = new Map<string, string>();

  add(entity: Entity): void {
    const ref = stringifyEntityRef(entity);
    for (const { type, targetRef } of entity.relations ?? []) {
      const other = stringifyEntityRef(parseEntityRef(targetRef));
      if (type === 'implementedBy' || type === RELATION_DEPENDS_ON) {
        this.#addPart(ref, other);
      } else if (type === RELATION_PART_OF) {
        if (other.startsWith(system)) this.#systems.set(ref, other);
        this.#addPart(other, ref);
      } else if (type === RELATION_OWNED_BY && !this.#owners.has(ref)) {
        this.#owners.set(ref, other);
      }
    }
  }

  /** True where one is what the other is made of, or needs. */
  isPart(part: string, whole: string): boolean {
    return this.#parts.get(whole)?.has(part) ?? false;
  }

  isKin(a: string, b: string): boolean {
    const inSystem = this.#systems.get(a);
    return (
      this.isPart(a, b) ||
      this.isPart(b, a) ||
      (inSystem !== undefined && inSystem === this.#systems.get(b))
    );
  }

  /**
   * Of targets that look alike, those that could be one: without parts of
   * another of them, and nothing if all that is left belongs together or to one
   * owner, who knows of both.
   */
  unrelated(refs: readonly string[]): string[] {
    const wholes = refs.filter(
      ref => !refs.some(other => this.isPart(ref, other)),
    );
    const isAny = wholes.some((a, index) =>
      wholes
        .slice(index + 1)
        .some(b => !this.isKin(a, b) && !this.#hasOneOwner(a, b)),
    );
    return isAny ? wholes : [];
  }

  #hasOneOwner(a: string, b: string): boolean {
    const owner = this.#owners.get(a);
    return owner !== undefined && owner === this.#owners.get(b);
  }

  #addPart(whole: string, part: string): void {
    const parts = this.#parts.get(whole);
    if (parts) parts.add(part);
    else this.#parts.set(whole, new Set([part]));
  }
}
