import { NotAllowedError } from '@backstage/errors';
import {
  Interest,
  InterestPage,
  pilotInterestReadPermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { PilotConfig } from '../kernel/config/config';
import { confirmableStatuses } from './confirmability';
import { InterestFilter } from '../kernel/store/interests/listInterests';
import { DefaultPilotService } from './DefaultPilotService';
import { CallOptions, Door, Viewer } from '../kernel/access/Door';
import { InterestLister } from './InterestLister';
import { requirePermission } from '../kernel/access/Permits';

const dayMs = 24 * 60 * 60 * 1000;

/** Which interests somebody asks for. */
export interface ListingQuery
  extends Omit<InterestFilter, 'author' | 'confirmDue'> {
  /** A User ref, or `me`. */
  readonly author?: string;
  readonly confirmDue?: boolean;
}

/** One page of them. */
export interface ListingPageQuery extends ListingQuery {
  readonly total?: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

/** Lists of interests: newest first, as far as the caller may see them. */
export class AuthorizedListing {
  readonly #service: DefaultPilotService;
  readonly #lister: InterestLister;
  readonly #door: Door;
  readonly #config: Pick<PilotConfig, 'confirmAfterDays' | 'showAuthors'>;
  readonly #clock: () => Date;

  constructor(options: {
    service: DefaultPilotService;
    lister: InterestLister;
    door: Door;
    config: Pick<PilotConfig, 'confirmAfterDays' | 'showAuthors'>;
    clock: () => Date;
  }) {
    this.#service = options.service;
    this.#lister = options.lister;
    this.#door = options.door;
    this.#config = options.config;
    this.#clock = options.clock;
  }

  /** Interests that the caller may see, and always their own. */
  async list(
    { total, cursor, limit, ...query }: ListingPageQuery,
    { credentials }: CallOptions,
  ): Promise<InterestPage> {
    const viewer = await this.#door.viewer(credentials);
    const filter = this.#filter(query, viewer);
    const page = await this.#lister.list({ ...filter, cursor, limit }, viewer);
    const count = total ? await this.#lister.count(filter, viewer) : undefined;
    return {
      items: await this.#service.views(page.items, viewer),
      ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}),
      ...(count === undefined ? {} : { total: count }),
    };
  }

  /** The same without an end of the page. */
  async all(
    query: ListingQuery,
    { credentials }: CallOptions,
  ): Promise<AsyncIterable<Interest>> {
    const viewer = await this.#door.viewer(credentials);
    return this.#views(this.#filter(query, viewer), viewer);
  }

  async *#views(
    filter: InterestFilter,
    viewer: Viewer,
  ): AsyncIterable<Interest> {
    for await (const found of this.#lister.all(filter, viewer)) {
      yield* await this.#service.views(found, viewer);
    }
  }

  /** @throws NotAllowedError for others' interests that cannot be read */
  #filter(
    { author: asked, confirmDue, ...filter }: ListingQuery,
    { caller, rights }: Viewer,
  ): InterestFilter {
    const author = asked === 'me' ? caller.user : asked;
    if (author !== caller.user) {
      requirePermission(pilotInterestReadPermission, !rights.read.isNone);
      if (author && !this.#config.showAuthors) {
        throw new NotAllowedError(
          'author: who recorded an interest is not shown in this portal; ask for author=me, or leave it out',
        );
      }
    }
    return {
      ...filter,
      author,
      ...(confirmDue !== undefined && {
        confirmDue: {
          is: confirmDue,
          before: new Date(
            this.#clock().getTime() - this.#config.confirmAfterDays * dayMs,
          ),
          statuses: confirmableStatuses,
        },
      }),
    };
  }
}
