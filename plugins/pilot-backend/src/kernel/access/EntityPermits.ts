import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/** A permission about an entity of the catalog. */
export type EntityPermission = ResourcePermission<'catalog-entity'>;

/** Entities that the permission framework is asked about at once. */
const batch = 500;

interface Deps {
  readonly permissions: PermissionsService;
}

/** Asks the permission framework what a caller may do with single entities. */
export class EntityPermits {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Decides some permissions of a caller for an entity, all asked at once. */
  async of<Name extends string>(
    wanted: Readonly<Record<Name, EntityPermission>>,
    resourceRef: string,
    credentials: BackstageCredentials,
  ): Promise<Record<Name, boolean>> {
    const names = Object.keys(wanted) as Name[];
    const decisions = await this.#deps.permissions.authorize(
      names.map(name => ({ permission: wanted[name], resourceRef })),
      { credentials },
    );
    return Object.fromEntries(
      names.map((name, index) => [
        name,
        decisions[index].result === AuthorizeResult.ALLOW,
      ]),
    ) as Record<Name, boolean>;
  }

  /**
   * A test for many entities at once. Where the policy says the same of all,
   * none is asked about.
   */
  async allows(
    permission: EntityPermission,
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<(ref: string) => boolean> {
    const [{ result }] = await this.#deps.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (result !== AuthorizeResult.CONDITIONAL) {
      return () => result === AuthorizeResult.ALLOW;
    }
    const allowed = new Set<string>();
    const wanted = [...new Set(refs)];
    for (let i = 0; i < wanted.length; i += batch) {
      const page = wanted.slice(i, i + batch);
      const decisions = await this.#deps.permissions.authorize(
        page.map(resourceRef => ({ permission, resourceRef })),
        { credentials },
      );
      page
        .filter((_, index) => decisions[index].result === AuthorizeResult.ALLOW)
        .forEach(ref => allowed.add(ref));
    }
    return ref => allowed.has(ref);
  }
}
