import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** Refs that the catalog is asked about at once. */
const batch = 500;

interface Deps {
  readonly catalog: CatalogService;
  readonly permissions: PermissionsService;
}

/** Decides which entities of the catalog a caller sees. */
export class Visibility {
  readonly #deps: Deps;
  readonly #decisions = new WeakMap<
    BackstageCredentials,
    Promise<AuthorizeResult>
  >();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The entity as the caller sees it; an unseen one is like none at all. */
  async entity(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined> {
    return this.#deps.catalog.getEntityByRef(ref, { credentials });
  }

  /** Those of the entities that the caller sees, in no order that matters. */
  async entities(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const { items } = await this.#deps.catalog.getEntitiesByRefs(
      {
        entityRefs: [...refs],
        fields: ['kind', 'metadata', 'spec.type', 'spec.phase', 'relations'],
      },
      { credentials },
    );
    return items.filter(item => item !== undefined);
  }

  /**
   * A test for many refs at once. For callers who may read everything the
   * catalog is not asked.
   */
  async ofRefs(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<(ref: string) => boolean> {
    if (refs.length === 0) {
      return () => false;
    }
    const result = await this.#decision(credentials);
    if (result !== AuthorizeResult.CONDITIONAL) {
      return () => result === AuthorizeResult.ALLOW;
    }
    const wanted = [...new Set(refs)];
    const visible = new Set<string>();
    for (let i = 0; i < wanted.length; i += batch) {
      const page = wanted.slice(i, i + batch);
      const { items } = await this.#deps.catalog.getEntitiesByRefs(
        { entityRefs: page, fields: ['kind'] },
        { credentials },
      );
      page.filter((_, index) => items[index]).forEach(ref => visible.add(ref));
    }
    return ref => visible.has(ref);
  }

  /** Returns whether the caller sees the whole catalog. */
  async isEverything(credentials: BackstageCredentials): Promise<boolean> {
    return (await this.#decision(credentials)) === AuthorizeResult.ALLOW;
  }

  /** CallOptions once for each request, which has credentials of its own. */
  #decision(credentials: BackstageCredentials): Promise<AuthorizeResult> {
    let decision = this.#decisions.get(credentials);
    if (!decision) {
      decision = this.#decide(credentials);
      this.#decisions.set(credentials, decision);
    }
    return decision;
  }

  async #decide(credentials: BackstageCredentials): Promise<AuthorizeResult> {
    const [{ result }] = await this.#deps.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return result;
  }
}
