import { PolicyInForce } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { sortInTurns } from '../kernel/cost/sortInTurns';
import { PastListing } from './askedByTeam';
import { pastList, pastRows } from './pastList';
import {
  changedSince,
  countDemand,
  listDemand,
  listIds,
} from '../kernel/store/demand/listDemand';
import { DemandFilter } from '../kernel/store/demand/demandFilter';
import {
  DemandPosition,
  DemandSort,
  positionOf,
} from '../kernel/store/demand/demandOrder';
import { sourcesOfTeam } from '../kernel/store/demand/whereTeam';
import { targetsByIds } from '../kernel/store/targets/findTargets';
import { Viewer } from '../kernel/access/Viewer';
import { knownDivisions } from '../targets/knownDivisions';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** The targets of a list in order, before who asks is known to see them. */
export interface ListedTargets {
  readonly fetch: (page: {
    after?: DemandPosition;
    limit: number;
  }) => Promise<readonly StoredTarget[]>;
  /** All of them, each once, some at a time; which and in what order is found out first. */
  readonly all: () => AsyncIterable<readonly StoredTarget[]>;
  /** Decides which of them the viewer sees, and may know to be of this list. */
  readonly seen: (
    targets: readonly StoredTarget[],
  ) => Promise<(target: StoredTarget) => boolean>;
  readonly count: () => Promise<number>;
  /** Those that were written since an instant. */
  readonly changed: (
    since: Date,
    limit: number,
  ) => Promise<readonly StoredTarget[]>;
}

/** Facts that both lists depend on. */
interface Listing {
  readonly knex: Knex;
  readonly viewer: Viewer;
  readonly filter: DemandFilter;
  readonly sort: DemandSort;
}

/** A list of now, which the database filters and sorts. */
export function presentTargets(listing: Listing): ListedTargets {
  const { knex, filter, sort } = listing;
  return {
    fetch: page => listDemand(knex, filter, sort, page),
    all: async function* all() {
      for (const ids of batchesOf(await listIds(knex, filter, sort))) {
        await giveWay();
        const rows = await targetsByIds(knex, ids);
        const byId = new Map(rows.map(row => [row.id, row]));
        yield ids.flatMap(id => byId.get(id) ?? []);
      }
    },
    seen: targets => seenWithTeam(listing, targets),
    count: () => countDemand(knex, filter),
    changed: (since, limit) => changedSince(knex, filter, since, limit),
  };
}

/** A list of a past date, computed for all targets at once, and exact. */
export async function pastTargets(
  listing: Listing,
  when: Pick<PastListing, 'visibleParts'> & {
    readonly at: Date;
    readonly policies: readonly PolicyInForce[];
  },
): Promise<ListedTargets> {
  const { knex, filter, sort } = listing;
  const growth = sort.by === 'growth';
  const ordered = await inOrder(
    await pastList(knex, filter, { ...when, growth }),
    sort,
  );
  return {
    all: async function* all() {
      for (const page of batchesOf(ordered)) {
        await giveWay();
        yield await pastRows(
          knex,
          page.map(({ target }) => target),
        );
      }
    },
    fetch: async ({ after, limit }) => {
      const first = after
        ? ordered.findIndex(({ at }) => comparePositions(at, after, sort) > 0)
        : 0;
      const found: StoredTarget[] = [];
      for (
        let from = first < 0 ? ordered.length : first;
        from < ordered.length && found.length < limit;

      ) {
        const until = from + limit - found.length;
        const page = ordered.slice(from, until).map(({ target }) => target);
        found.push(...(await pastRows(knex, page)));
        from = until;
      }
      return found;
    },
    seen: targets => seenWithDivision(listing, targets),
    count: async () => ordered.length,
    // What was does not change any more.
    changed: async () => [],
  };
}

/** Targets with what somebody may know of their readiness and advice. */
export type AssessedTargets = (
  targets: readonly StoredTarget[],
) => Promise<StoredTarget[]>;

/** Targets that are read at a time, where all of a list are wanted. */
const batch = 200;

function* batchesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += batch) {
    yield items.slice(i, i + batch);
  }
}

/** Targets by what a list is sorted by. */
async function inOrder<Target extends Parameters<typeof positionOf>[0]>(
  targets: readonly Target[],
  sort: DemandSort,
): Promise<Array<{ readonly target: Target; readonly at: DemandPosition }>> {
  await giveWay();
  return sortInTurns(
    targets.map(target => ({ target, at: positionOf(target, sort) })),
    (a, b) => comparePositions(a.at, b.at, sort),
  );
}

/**
 * A list of now for who must not learn by its order, or by what is missing in it,
 * what readiness was made from: it is sorted by what they may know.
 */
export async function assessedTargets(
  listing: Listing,
  assessed: AssessedTargets,
): Promise<ListedTargets> {
  const { knex, sort } = listing;
  const { recommended, ...filter } = listing.filter;
  const byName: DemandSort = { by: 'name', descending: false };
  const known: StoredTarget[] = [];
  for (let after: DemandPosition | undefined; ; ) {
    await giveWay();
    const page = await listDemand(knex, filter, byName, {
      after,
      limit: batch,
    });
    const seen = page.filter(await seenTargets(listing.viewer, page));
    known.push(...(await assessed(seen)));
    if (page.length < batch) {
      break;
    }
    after = positionOf(page[page.length - 1], byName);
  }
  const ordered = await inOrder(
    known.filter(
      each => !recommended || recommended.includes(each.recommended!),
    ),
    sort,
  );
  const ids = new Set(ordered.map(({ target }) => target.id));
  return {
    ...presentTargets(listing),
    all: async function* all() {
      for (const page of batchesOf(ordered)) {
        yield page.map(({ target }) => target);
      }
    },
    fetch: async ({ after, limit }) =>
      ordered
        .filter(({ at }) => !after || comparePositions(at, after, sort) > 0)
        .slice(0, limit)
        .map(({ target }) => target),
    count: async () => ordered.length,
    changed: async (since, limit) =>
      (await changedSince(knex, filter, since, limit)).filter(({ id }) =>
        ids.has(id),
      ),
  };
}

/** A condition that the database cannot judge, for many targets at once. */
export type OnlyTargets = (
  targets: readonly StoredTarget[],
) => Promise<(target: StoredTarget) => boolean>;

/** Those targets of a list for which a further condition holds. */
export function narrowedTo(
  listed: ListedTargets,
  only: OnlyTargets,
): ListedTargets {
  return {
    ...listed,
    seen: async targets => {
      const isSeen = await listed.seen(targets);
      const isOne = await only(targets.filter(isSeen));
      return target => isSeen(target) && isOne(target);
    },
  };
}

/** Decides which targets the viewer sees in the catalog. */
export async function seenTargets(
  viewer: Viewer,
  targets: readonly StoredTarget[],
): Promise<(target: StoredTarget) => boolean> {
  const isVisible = await viewer.sees(targets.map(({ ref }) => ref));
  // What the catalog no longer knows, nobody can be shown to be allowed to see.
  return target => !target.goneAt && isVisible(target.ref);
}

/** In a list of divisions, also not what is below one by an owner that is hidden. */
async function seenWithDivision(
  listing: Listing,
  targets: readonly StoredTarget[],
): Promise<(target: StoredTarget) => boolean> {
  const isSeen = await seenTargets(listing.viewer, targets);
  if (!listing.filter.divisions) {
    return isSeen;
  }
  const isKnown = await knownDivisions(targets.filter(isSeen), listing.viewer);
  return target => isSeen(target) && isKnown(target);
}

/**
 * In a list of what one team asks for, also not what it asks for through hidden
 * parts only.
 */
async function seenWithTeam(
  listing: Listing,
  targets: readonly StoredTarget[],
): Promise<(target: StoredTarget) => boolean> {
  const { knex, viewer, filter } = listing;
  const { team, readable } = filter;
  const isSeen = await seenWithDivision(listing, targets);
  if (!team || (await viewer.seesCatalog())) {
    return isSeen;
  }
  const sources = await sourcesOfTeam(
    knex,
    targets.filter(isSeen).map(({ id }) => id),
    { team, readable },
  );
  const isVisible = await viewer.sees([...sources.values()].flat());
  return target =>
    isSeen(target) && (sources.get(target.id) ?? []).some(isVisible);
}

function comparePositions(
  a: DemandPosition,
  b: DemandPosition,
  { descending }: DemandSort,
): number {
  const direction = descending ? -1 : 1;
  const order =
    a.value === b.value ? a.id - b.id : Number(a.value > b.value) * 2 - 1;
  return order * direction;
}
