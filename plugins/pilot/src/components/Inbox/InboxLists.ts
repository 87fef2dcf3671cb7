import type {
  Interest,
  InterestPage,
  ListInterestsQuery,
  PilotApi,
} from '@pilot-to-platform/plugin-pilot-common';
import { Resource } from '../../cache/Resource';
import { inboxTabs, type InboxTab } from '../../hooks/useDemandTabQuery';

const pageSize = 20;

const filters: Record<InboxTab, ListInterestsQuery> = {
  open: { status: 'open', internal: false },
  answered: {
    status: ['acknowledged', 'planned', 'adopted', 'declined'],
    internal: false,
  },
  internal: {
    status: ['open', 'acknowledged', 'planned', 'adopted', 'declined'],
    internal: true,
  },
};

/** Returns the tab of an interest; none once it is withdrawn. */
export function inboxTabOf(interest: Interest): InboxTab | undefined {
  if (interest.status === 'withdrawn') return undefined;
  if (interest.internal) return 'internal';
  return interest.status === 'open' ? 'open' : 'answered';
}

/** The interests in a target, in three lists that are loaded page by page. */
export class InboxLists {
  readonly #api: Pick<PilotApi, 'listInterests'>;
  readonly #target: string;
  readonly #lists: Record<InboxTab, Resource<InterestPage>>;

  constructor(api: Pick<PilotApi, 'listInterests'>, target: string) {
    this.#api = api;
    this.#target = target;
    const list = (tab: InboxTab) => new Resource(() => this.firstPage(tab));
    this.#lists = {
      open: list('open'),
      answered: list('answered'),
      internal: list('internal'),
    };
  }

  of(tab: InboxTab): Resource<InterestPage> {
    return this.#lists[tab];
  }

  /** Builds the query for the interests of a list. */
  query(tab: InboxTab): ListInterestsQuery {
    return { target: this.#target, ...filters[tab] };
  }

  firstPage(tab: InboxTab): Promise<InterestPage> {
    const query = this.query(tab);
    return this.#api.listInterests({ ...query, total: true, limit: pageSize });
  }

  /** Adds the next page of a list to it, if there is one. */
  async loadMore(tab: InboxTab): Promise<void> {
    const before = this.#inHand(tab);
    if (!before?.nextCursor) return;
    const { items, nextCursor } = await this.#api.listInterests({
      ...this.query(tab),
      limit: pageSize,
      cursor: before.nextCursor,
    });
    const known = new Set(before.items.map(({ id }) => id));
    this.#lists[tab].set({
      ...before,
      items: [...before.items, ...items.filter(({ id }) => !known.has(id))],
      nextCursor,
    });
  }

  /** A list with all of its pages, which are then in hand. */
  async all(tab: InboxTab): Promise<readonly Interest[]> {
    await this.#lists[tab].settled();
    while (this.#inHand(tab)?.nextCursor) await this.loadMore(tab);
    return this.#inHand(tab)?.items ?? [];
  }

  /** Shows an interest as it stands now, in the place where it is. */
  replace(after: Interest): void {
    for (const tab of inboxTabs) {
      const page = this.#inHand(tab);
      if (page?.items.some(({ id }) => id === after.id)) {
        const items = page.items.map(item =>
          item.id === after.id ? after : item,
        );
        this.#lists[tab].set({ ...page, items });
      }
    }
  }

  /** Moves an interest to the list where it belongs after it was answered. */
  settle(after: Interest): void {
    this.replace(after);
    const home = inboxTabOf(after);
    for (const tab of inboxTabs) {
      const page = this.#inHand(tab);
      const isHere = page?.items.some(({ id }) => id === after.id);
      if (page && isHere && tab !== home) {
        this.#lists[tab].set({
          ...page,
          items: page.items.filter(({ id }) => id !== after.id),
          total: page.total && page.total - 1,
        });
      }
      if (!isHere && tab === home) this.#lists[tab].expire();
    }
  }

  #inHand(tab: InboxTab): InterestPage | undefined {
    const list = this.#lists[tab].current();
    return list.state === 'ready' ? list.value : undefined;
  }
}
