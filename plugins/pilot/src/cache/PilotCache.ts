import type { CatalogApi } from '@backstage/catalog-client';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { IdentityApi, StorageApi } from '@backstage/frontend-plugin-api';
import type {
  Demand,
  DemandListItem,
  Interest,
  InterestStatus,
  Pilot,
  PilotApi,
  Policy,
  Readiness,
  Recorded,
  RecordInterest,
} from '@pilot-to-platform/plugin-pilot-common';
import { Batch } from './Batch';
import { browserStorage, FormDrafts } from './FormDrafts';
import { LastTeam } from './LastTeam';
import { loadMyTeams, type Team } from './loadTeams';
import { PhaseCache } from './PhaseCache';
import { Resource, ResourceMap } from './Resource';

const standing: readonly InterestStatus[] = [
  'open',
  'acknowledged',
  'planned',
  'adopted',
];

/**
 * Data that the button, the card and the dialog share, so that a change made in
 * one of them shows in all of them without another request. Keys are entity
 * refs.
 */
export class PilotCache {
  readonly policy: Resource<Policy>;
  readonly teams: Resource<readonly Team[]>;
  readonly lastTeam: Resource<string | undefined>;
  /** The ref of who looks at the screens. */
  readonly reader: Resource<string>;
  readonly formDrafts: FormDrafts;
  readonly phases: PhaseCache;
  readonly #pilotApi: PilotApi;
  readonly #lastTeam: LastTeam;
  readonly #targets: ResourceMap<Entity>;
  readonly #demands: ResourceMap<Demand>;
  readonly #listed: ResourceMap<DemandListItem | null>;
  readonly #weeks: ResourceMap<readonly number[]>;
  readonly #own: ResourceMap<readonly Interest[]>;
  readonly #askedByTeam: ResourceMap<number>;

  constructor(deps: {
    pilotApi: PilotApi;
    catalogApi: CatalogApi;
    identityApi: IdentityApi;
    storageApi: StorageApi;
  }) {
    const { pilotApi, catalogApi, identityApi, storageApi } = deps;
    this.#pilotApi = pilotApi;
    this.phases = new PhaseCache(pilotApi);
    this.#lastTeam = new LastTeam(storageApi);
    this.policy = new Resource(() => pilotApi.getPolicy());
    this.teams = new Resource(() =>
      loadMyTeams(identityApi, catalogApi, async () => {
        const policy = await this.policy.settled();
        return policy.state === 'ready' ? policy.value : undefined;
      }),
    );
    this.lastTeam = new Resource(() => this.#lastTeam.read());
    this.reader = new Resource(async () => {
      const identity = await identityApi.getBackstageIdentity();
      return identity.userEntityRef;
    });
    this.formDrafts = new FormDrafts({
      reader: this.reader,
      storage: browserStorage(),
    });
    this.#demands = new ResourceMap(target => pilotApi.getDemand(target));
    const listed = new Batch(
      async targets =>
        (await pilotApi.getDemandByRefs({ targets: [...targets] })).items,
    );
    this.#listed = new ResourceMap(target => listed.get(target));
    this.#weeks = new ResourceMap(async target => {
      const body = { targets: [target], weeks: true };
      const [item] = (await pilotApi.getDemandByRefs(body)).items;
      return item?.weeks ?? [];
    });
    this.#own = new ResourceMap(async target => {
      const query = { target, author: 'me' };
      const { items } = await pilotApi.listInterests(query);
      // What a merge moved is found here, too, and is no need of this any more.
      return items.filter(each => each.target === target && !each.movedAway);
    });
    this.#askedByTeam = new ResourceMap(async key => {
      const [target, team] = JSON.parse(key) as [string, string];
      const query = { target, team, status: standing, total: true, limit: 1 };
      return (await pilotApi.listInterests(query)).total ?? 0;
    });
    this.#targets = new ResourceMap(async target => {
      // By its name, an entity that is not there would be an error in the console.
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: [target],
      });
      const [entity] = items;
      if (!entity) throw new NotFoundError(`There is no ${target}`);
      return entity;
    });
  }

  target(ref: string): Resource<Entity> {
    return this.#targets.get(ref);
  }

  demand(target: string): Resource<Demand> {
    return this.#demands.get(target);
  }

  /** A demand as lists have it, `null` where the reader sees none. */
  listed(target: string): Resource<DemandListItem | null> {
    return this.#listed.get(target);
  }

  /** The scores of 13 weeks, oldest first. */
  weeks(target: string): Resource<readonly number[]> {
    return this.#weeks.get(target);
  }

  /** The reader's own interests in a target, withdrawn ones included, newest first. */
  own(target: string): Resource<readonly Interest[]> {
    return this.#own.get(target);
  }

  /** Counts the interests of a team in a target. */
  askedByTeam(target: string, team: string): Resource<number> {
    return this.#askedByTeam.get(JSON.stringify([target, team]));
  }

  /** Shows the readiness that an answer to a check led to. */
  showReadiness(readiness: Readiness): void {
    this.phases.answered(readiness);
  }

  /** Shows what a proposal or a decision led to. */
  showPilot(pilot: Pilot): void {
    this.phases.decided(pilot);
    // Lists say the phase.
    this.#listed.get(pilot.target).expire();
  }

  /** Spares a request for an entity that a page has in hand. */
  offerTarget(entity: Entity): void {
    this.#targets.get(stringifyEntityRef(entity)).set(entity);
  }

  /** Says that a target's demand and its interests changed elsewhere. */
  changed(target: string): void {
    this.#demands.get(target).expire();
    this.#listed.get(target).expire();
    this.#weeks.get(target).expire();
    this.#own.get(target).expire();
    this.phases.changed(target);
  }

  /** Shows the demand that an answer to an interest led to. */
  answered({ interest, demand }: Recorded): void {
    this.#showDemand(interest.target, demand);
    // It may be the reader's own.
    this.#own.get(interest.target).expire();
  }

  async record(target: string, body: RecordInterest): Promise<Interest> {
    const recorded = await this.#pilotApi.recordInterest(target, body);
    const mine = this.teams.current();
    // A team recorded for on behalf is not the next one to record for.
    if (mine.state === 'ready' && mine.value.some(t => t.ref === body.team)) {
      this.#lastTeam.remember(body.team);
      this.lastTeam.set(body.team);
    }
    return this.#apply(target, recorded);
  }

  async withdraw({ id, target }: Interest): Promise<Interest> {
    return this.#apply(target, await this.#pilotApi.withdrawInterest(id));
  }

  async confirm({ id, target }: Interest): Promise<Interest> {
    return this.#apply(target, await this.#pilotApi.confirmInterest(id));
  }

  #apply(target: string, { interest, demand }: Recorded): Interest {
    const own = this.#own.get(target);
    const before = own.current();
    if (before.state === 'ready') {
      own.set(withOne(before.value, interest));
    } else {
      own.expire();
    }
    this.#showDemand(target, demand);
    this.#askedByTeam.expireAll();
    return interest;
  }

  #showDemand(target: string, demand: Recorded['demand']): void {
    if (demand) {
      this.#demands.get(target).set(demand);
    } else {
      this.#demands.get(target).expire();
    }
    // A Pilot counts the interest in what it is implemented by.
    this.#demands.expireAllBut(target);
    this.#listed.expireAll();
    this.#weeks.expireAll();
    this.phases.interestChanged();
  }
}

function withOne(all: readonly Interest[], one: Interest): Interest[] {
  const isKnown = all.some(({ id }) => id === one.id);
  return isKnown
    ? all.map(other => (other.id === one.id ? one : other))
    : [one, ...all];
}
