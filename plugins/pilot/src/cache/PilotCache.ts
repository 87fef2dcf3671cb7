import type { CatalogApi } from '@backstage/catalog-client';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { IdentityApi, StorageApi } from '@backstage/frontend-plugin-api';
import type {
  Demand,
  Interest,
  PilotApi,
  Policy,
  Recorded,
  RecordInterest,
} from '@pilot-to-platform/plugin-pilot-common';
import { Drafts } from './Drafts';
import { LastTeam } from './LastTeam';
import { loadMyTeams, type Team } from './loadMyTeams';
import { Resource } from './Resource';
import { ResourceMap } from './ResourceMap';

/**
 * What the button, the card and the dialog share, so that a change made in one
 * of them shows in all of them without another request. Keys are entity refs.
 */
export class PilotCache {
  readonly policy: Resource<Policy>;
  readonly teams: Resource<readonly Team[]>;
  readonly lastTeam: Resource<string | undefined>;
  readonly drafts = new Drafts();
  readonly #pilotApi: PilotApi;
  readonly #lastTeam: LastTeam;
  readonly #targets: ResourceMap<Entity>;
  readonly #demands: ResourceMap<Demand>;
  readonly #own: ResourceMap<readonly Interest[]>;

  constructor(deps: {
    pilotApi: PilotApi;
    catalogApi: CatalogApi;
    identityApi: IdentityApi;
    storageApi: StorageApi;
  }) {
    const { pilotApi, catalogApi, identityApi, storageApi } = deps;
    this.#pilotApi = pilotApi;
    this.#lastTeam = new LastTeam(storageApi);
    this.policy = new Resource(() => pilotApi.getPolicy());
    this.teams = new Resource(() =>
      loadMyTeams(identityApi, catalogApi, async () => {
        const policy = await this.policy.settled();
        return policy.state === 'ready'
          ? policy.value.interest.teamTypes
          : undefined;
      }),
    );
    this.lastTeam = new Resource(() => this.#lastTeam.read());
    this.#demands = new ResourceMap(target => pilotApi.getDemand(target));
    this.#own = new ResourceMap(async target => {
      const query = { target, author: 'me' };
      return (await pilotApi.listInterests(query)).items;
    });
    this.#targets = new ResourceMap(async target => {
      const entity = await catalogApi.getEntityByRef(target);
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

  /** The reader's own interests in a target, withdrawn ones included, newest first. */
  own(target: string): Resource<readonly Interest[]> {
    return this.#own.get(target);
  }

  /** Spares a request for an entity that a page has in hand. */
  offerTarget(entity: Entity): void {
    this.#targets.get(stringifyEntityRef(entity)).set(entity);
  }

  async record(target: string, body: RecordInterest): Promise<Interest> {
    const recorded = await this.#pilotApi.recordInterest(target, body);
    this.#lastTeam.remember(body.team);
    this.lastTeam.set(body.team);
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
    if (demand) {
      this.#demands.get(target).set(demand);
    } else {
      this.#demands.get(target).expire();
    }
    // A Pilot counts the interest in what it is implemented by.
    this.#demands.expireAllBut(target);
    return interest;
  }
}

function withOne(all: readonly Interest[], one: Interest): Interest[] {
  const isKnown = all.some(({ id }) => id === one.id);
  return isKnown
    ? all.map(other => (other.id === one.id ? one : other))
    : [one, ...all];
}
