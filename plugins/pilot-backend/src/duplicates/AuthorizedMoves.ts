import { AuthService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  MergeResult,
  OrphanedPersonPage,
  OrphanedTeamPage,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { MovedField } from './decideMove';
import { Mover } from './Mover';
import { isPseudonym } from '../kernel/store/erasures/pseudonym';
import {
  OrphanedRef,
  OrphanedTeamPosition,
  pageAuthors,
  pageOrphanedTeams,
} from '../kernel/store/orphans/pageOrphanedTeams';
import { CursorCodec } from '../kernel/http/cursor';
import { CallOptions } from '../kernel/access/Door';
import { Permits } from '../kernel/access/Permits';

/** Refs that the catalog is asked about at once. */
const batch = 500;

interface Page {
  readonly cursor?: string;
  readonly limit: number;
}

interface Deps {
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly mover: Mover;
  readonly permits: Permits;
  readonly teamCursors: CursorCodec<OrphanedTeamPosition>;
  readonly personCursors: CursorCodec<{ ref: string }>;
}

/**
 * Lets administrators, and services with the permission, find teams and persons
 * that the catalog no longer has, and move what stands under their refs.
 */
export class AuthorizedMoves {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @throws ConflictError while the catalog has `from`: who is there asks for themselves
   * @throws NotFoundError where the catalog lacks `into`, or nothing stands under `from`
   */
  async move(
    field: MovedField,
    command: {
      readonly from: string;
      readonly into: string;
      readonly reason: string;
    },
    { credentials }: CallOptions,
  ): Promise<MergeResult> {
    await this.#deps.permits.requireAdmin(credentials);
    const { from, into, reason } = command;
    const [hasFrom, hasInto] = await this.#present([from, into]);
    if (hasFrom) {
      throw new ConflictError(
        `from: the catalog has ${from}; only what it has no more is moved`,
      );
    }
    if (!hasInto) {
      throw new NotFoundError(`into: the catalog has no ${into}`);
    }
    const actor =
      this.#deps.permits.serviceOf(credentials) ??
      (await this.#deps.permits.caller(credentials)).user;
    const moved = await this.#deps.mover.move({
      field,
      from,
      into,
      reason,
      actor,
    });
    return { from, into, moved };
  }

  /** Teams that the catalog has no more and that keep interest, the latest first. */
  async orphanedTeams(
    { cursor, limit }: Page,
    { credentials }: CallOptions,
  ): Promise<OrphanedTeamPage> {
    await this.#deps.permits.requireAdmin(credentials);
    const found = await pageOrphanedTeams(this.#deps.knex, {
      after: cursor ? this.#deps.teamCursors.decode(cursor, isTeam) : undefined,
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ ref, goneAt, interests, targets }) => ({
        team: ref,
        goneAt: goneAt.toISOString(),
        interests,
        targets,
      })),
      ...(found.length > limit &&
        last && {
          nextCursor: this.#deps.teamCursors.encode({
            goneAt: last.goneAt.getTime(),
            ref: last.ref,
          }),
        }),
    };
  }

  /** Persons whose interest stands and whom the catalog has not, in the order of their refs. */
  async orphanedPersons(
    { cursor, limit }: Page,
    { credentials }: CallOptions,
  ): Promise<OrphanedPersonPage> {
    await this.#deps.permits.requireAdmin(credentials);
    const found: OrphanedRef[] = [];
    let after = cursor
      ? this.#deps.personCursors.decode(cursor, isPerson).ref
      : '';
    while (found.length <= limit) {
      const authors = await pageAuthors(this.#deps.knex, {
        after,
        limit: batch,
      });
      const present = await this.#present(authors.map(({ ref }) => ref));
      found.push(
        ...authors.filter(
          ({ ref }, index) => !present[index] && !isPseudonym(ref),
        ),
      );
      if (authors.length < batch) {
        break;
      }
      after = authors.at(-1)!.ref;
    }
    const page = found.slice(0, limit);
    return {
      items: page.map(({ ref, interests, targets }) => ({
        person: ref,
        interests,
        targets,
      })),
      ...(found.length > limit && {
        nextCursor: this.#deps.personCursors.encode({ ref: page.at(-1)!.ref }),
      }),
    };
  }

  /** For each ref, whether the catalog has it, whoever may see it. */
  async #present(refs: readonly string[]): Promise<boolean[]> {
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.#deps.catalog.getEntitiesByRefs(
      { entityRefs: [...refs], fields: ['kind'] },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
    );
    return items.map(entity => entity !== undefined);
  }
}

function isTeam({ goneAt, ref }: OrphanedTeamPosition): boolean {
  return typeof goneAt === 'number' && typeof ref === 'string';
}

function isPerson({ ref }: { ref: string }): boolean {
  return typeof ref === 'string';
}
