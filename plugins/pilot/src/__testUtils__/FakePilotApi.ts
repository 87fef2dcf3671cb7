import type {
  Adoption,
  Demand,
  DemandByRefs,
  DemandHistory,
  DemandListItem,
  Dismiss,
  FragmentationGroup,
  Interest,
  ListDemandQuery,
  ListInterestsQuery,
  ListPilotsQuery,
  Merge,
  PilotListItem,
  Policy,
  Rate,
  Recorded,
  RecordInterest,
  SetStatus,
  Similar,
  SimilarQuery,
} from '@pilot-to-platform/plugin-pilot-common';
import { FakePhaseApi } from './FakePhaseApi';
import { matchInterests } from './matchInterests';
import { pageOf } from './pageOf';
import { adoptionWith, asPilotItem, matchPilots } from './pilotsWorld';
import { refused } from './refused';
import {
  demandWith,
  history,
  interestWith,
  listed,
  policy,
  reader,
  weeks,
} from './world';

export { refused };

/** Data that the fake API answers from; each part has a default. */
export interface FakeData {
  interests?: Interest[];
  demand?: Partial<Demand>;
  /** Items with the next step of a Pilot, by default that of `pilotsWorld`. */
  listed?: ReadonlyArray<DemandListItem & Partial<PilotListItem>>;
  adoption?: Partial<Adoption>;
  history?: DemandHistory;
  similar?: Similar['items'];
  groups?: FragmentationGroup[];
  policy?: Policy;
}

const lower = (text: string) => text.toLocaleLowerCase('en-US');

/**
 * The API with one reader. One more interest of theirs is ten more points; what
 * others asked for is in the demand already.
 */
export class FakePilotApi extends FakePhaseApi {
  demand: Demand;
  interests: Interest[];
  listed: NonNullable<FakeData['listed']>;
  adoption: Adoption;
  history: DemandHistory;
  similar: Similar['items'];
  groups: FragmentationGroup[];
  policy: Policy;

  constructor(given: FakeData = {}) {
    super();
    this.interests = given.interests ?? [];
    this.demand = demandWith(given.demand);
    this.listed = given.listed ?? listed;
    this.adoption = adoptionWith(given.adoption);
    this.history = given.history ?? history;
    this.similar = given.similar ?? [];
    this.groups = given.groups ?? [];
    this.policy = given.policy ?? policy;
  }

  getDemand = jest.fn(async (target: string, _options?: { asOf?: string }) =>
    this.#demandOf(target),
  );
  getPolicy = jest.fn(async () => this.policy);

  listDemand = jest.fn(async (query: ListDemandQuery = {}) => ({
    ...pageOf(this.#listed(query), query),
    asOf: this.demand.asOf,
  }));
  listDemandCsv = jest.fn(
    async (_query: ListDemandQuery = {}) =>
      'target,score\r\npilot:default/data-sharing,47\r\n',
  );
  getDemandByRefs = jest.fn(async (body: DemandByRefs) => ({
    items: body.targets.map(ref => {
      const item = this.listed.find(({ target }) => target === ref);
      return item ? this.#withWeeks(item, body.weeks) : null;
    }),
  }));
  getDemandHistory = jest.fn(async (target: string, _query?: object) => ({
    ...this.history,
    target,
  }));

  override listPilots = jest.fn(async (query: ListPilotsQuery = {}) => ({
    ...pageOf(this.#pilots(query), query),
    asOf: this.demand.asOf,
  }));
  override listPilotsCsv = jest.fn(
    async (_query: ListPilotsQuery = {}) =>
      'target,score,readiness\r\npilot:default/data-sharing,47,0.62\r\n',
  );
  override getAdoption = jest.fn(async target => ({
    ...this.adoption,
    target,
  }));
  override rateSatisfaction = jest.fn(async (target, { team }: Rate) => {
    const due = this.adoption.due.filter(each => each !== team);
    this.adoption = { ...this.adoption, due };
    return { ...this.adoption, target };
  });

  listInterests = jest.fn(async (query: ListInterestsQuery) =>
    pageOf(matchInterests(this.interests, query), query),
  );
  listInterestsCsv = jest.fn(
    async (_query: ListInterestsQuery) =>
      'target,team\r\npilot:default/data-sharing,group:default/payments\r\n',
  );

  recordInterest = jest.fn(
    async (target: string, body: RecordInterest): Promise<Recorded> => {
      const { useCaseKey = 'default', ...details } = body;
      const before = this.interests.find(
        interest =>
          interest.id === body.id ||
          (!body.id &&
            interest.target === target &&
            interest.team === body.team &&
            interest.useCaseKey === useCaseKey),
      );
      const now = new Date().toISOString();
      return this.#put({
        ...(before ??
          interestWith({
            id: `i${this.interests.length + 1}`,
            target,
            useCaseKey,
            createdAt: now,
          })),
        ...(details as Partial<Interest>),
        id: before?.id ?? `i${this.interests.length + 1}`,
        confirmedAt: now,
        status:
          before && before.status !== 'withdrawn' ? before.status : 'open',
      });
    },
  );

  withdrawInterest = jest.fn(async (id: string) =>
    this.#put({ ...this.#find(id), status: 'withdrawn' }),
  );

  confirmInterest = jest.fn(async (id: string) =>
    this.#put({
      ...this.#find(id),
      confirmedAt: new Date().toISOString(),
      confirmDue: false,
    }),
  );

  setInterestStatus = jest.fn(async (id: string, body: SetStatus) => {
    const current = this.#find(id);
    if (current.version !== body.version) {
      throw await refused(409, 'It has been changed', { current });
    }
    return this.#put({
      ...current,
      status: body.status,
      statusNote: body.note ?? null,
      statusAt: new Date().toISOString(),
      statusBy: reader,
    });
  });

  findSimilar = jest.fn(async ({ limit = 5 }: SimilarQuery) => ({
    items: this.similar.slice(0, limit),
  }));

  getFragmentation = jest.fn(
    async (query: { target?: string; dismissed?: boolean } = {}) => ({
      groups: this.groups.filter(
        group =>
          (!query.target ||
            group.members.some(({ target }) => target === query.target)) &&
          (query.dismissed || !group.dismissed),
      ),
    }),
  );
  dismissFragmentation = jest.fn(async ({ key, reason }: Dismiss) => {
    const dismissed = {
      id: `d-${key}`,
      by: reader,
      at: new Date().toISOString(),
      reason,
    };
    this.groups = this.groups.map(group =>
      group.key === key ? { ...group, dismissed } : group,
    );
    return { id: dismissed.id };
  });
  restoreFragmentation = jest.fn(async (id: string) => {
    this.groups = this.groups.map(group =>
      group.dismissed?.id === id ? { ...group, dismissed: null } : group,
    );
  });
  mergeTargets = jest.fn(async ({ from, into }: Merge) => {
    const moved = this.interests.filter(({ target }) => target === from);
    moved.forEach(interest => this.#put({ ...interest, target: into }));
    return { from, into, moved: moved.length };
  });

  #find(id: string): Interest {
    return this.interests.find(interest => interest.id === id)!;
  }

  #put(changed: Interest): Recorded {
    const before = this.interests.find(({ id }) => id === changed.id);
    const interest = {
      ...changed,
      version: before ? before.version + 1 : 1,
      updatedAt: new Date().toISOString(),
    };
    const others = this.interests.filter(({ id }) => id !== interest.id);
    this.interests = [interest, ...others];
    return { interest, demand: this.#demandOf(interest.target) };
  }

  #pilots({ orderBy, ...query }: ListPilotsQuery): PilotListItem[] {
    const items = this.#listed({ ...query, kind: ['Pilot'] });
    return matchPilots(items.map(asPilotItem), query);
  }

  #listed({ kind, owner, phase, level, q, weeks: wanted }: ListDemandQuery) {
    const includes = <T>(all: readonly T[] | undefined, one: T | null) =>
      !all?.length || (one !== null && all.includes(one));
    return this.listed
      .filter(
        each =>
          includes(kind?.map(lower), lower(each.kind)) &&
          includes(owner, each.owner) &&
          includes(phase, each.phase) &&
          includes(level, each.level) &&
          lower(each.title ?? '').includes(lower(q ?? '')),
      )
      .map(each => this.#withWeeks(each, wanted));
  }

  #withWeeks(item: DemandListItem, wanted?: boolean): DemandListItem {
    return wanted ? { weeks, ...item } : item;
  }

  #demandOf(target: string): Demand {
    const own = this.interests.filter(
      interest =>
        interest.target === target &&
        interest.author === reader &&
        interest.status !== 'withdrawn' &&
        interest.status !== 'declined',
    );
    const counts = {
      ...this.demand.counts,
      interests: this.demand.counts.interests + own.length,
      teams:
        this.demand.counts.teams + new Set(own.map(({ team }) => team)).size,
    };
    const score = this.demand.score + 10 * own.length;
    return { ...this.demand, target, counts, score };
  }
}
