import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  MergeResult,
  OrphanPage,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { CatalogMirror } from '../targets/CatalogMirror';
import { Merger } from './Merger';
import { findTarget } from '../kernel/store/targets/findTargets';
import {
  OrphanPosition,
  pageOrphans,
} from '../kernel/store/orphans/pageOrphans';
import { CursorCodec } from '../kernel/http/cursor';
import { CallOptions, Door, Viewer } from '../kernel/access/Door';
import { withMergeTarget } from '../targets/withMergeTarget';
import { Permits } from '../kernel/access/Permits';
import { Visibility } from '../kernel/access/Visibility';

interface Deps {
  readonly knex: Knex;
  readonly merger: Merger;
  readonly mirror: CatalogMirror;
  readonly door: Door;
  readonly permits: Permits;
  readonly visibility: Visibility;
  readonly cursors: CursorCodec<OrphanPosition>;
}

/** Lets approvers and administrators move interest from one target to another. */
export class AuthorizedMerge {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @throws NotFoundError for targets that the caller cannot see
   * @throws ConflictError where one of them was merged into something else
   */
  async merge(
    command: {
      readonly from: string;
      readonly into: string;
      readonly reason: string;
    },
    { credentials }: CallOptions,
  ): Promise<MergeResult> {
    const viewer = await this.#deps.door.reader(credentials);
    if (!viewer.rights.admin && !this.#deps.door.isApprover(viewer)) {
      throw new NotAllowedError('Only approvers and administrators merge');
    }
    const { from, into, reason } = command;
    const entities = [
      await this.#source(from, viewer),
      await this.#deps.door.target(into, viewer),
    ];
    for (const entity of entities) {
      if (entity) {
        await this.#deps.mirror.observeWithPilots(entity);
      }
    }
    const actor = viewer.caller.user;
    const moved = await withMergeTarget(
      () => this.#deps.merger.merge({ from, into, reason, actor }),
      { visibility: this.#deps.visibility, credentials },
    );
    return { from, into, moved };
  }

  /** Interest in what the catalog no longer knows, the latest first. */
  async orphans(
    query: { readonly cursor?: string; readonly limit: number },
    { credentials }: CallOptions,
  ): Promise<OrphanPage> {
    await this.#deps.permits.requireAdmin(credentials);
    const { cursor, limit } = query;
    const found = await pageOrphans(this.#deps.knex, {
      after: cursor ? this.#deps.cursors.decode(cursor, isPosition) : undefined,
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ ref, title, goneAt, interests, teams }) => ({
        target: ref,
        title,
        goneAt: goneAt.toISOString(),
        interests,
        teams,
      })),
      ...(found.length > limit && last
        ? {
            nextCursor: this.#deps.cursors.encode({
              goneAt: last.goneAt.getTime(),
              id: last.id,
            }),
          }
        : {}),
    };
  }

  /** What is gone, nobody sees; administrators can move its interest all the same. */
  async #source(ref: string, viewer: Viewer): Promise<Entity | undefined> {
    if (viewer.rights.admin) {
      const target = await findTarget(this.#deps.knex, ref);
      if (target?.goneAt) {
        return this.#deps.visibility.entity(ref, viewer.credentials);
      }
    }
    return this.#deps.door.target(ref, viewer);
  }
}

function isPosition({ goneAt, id }: OrphanPosition): boolean {
  return typeof goneAt === 'number' && typeof id === 'number';
}
