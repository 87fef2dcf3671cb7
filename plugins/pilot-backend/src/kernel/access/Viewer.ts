import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { mayRead, Sight } from '../sight/Sight';
import { Caller, owns } from './Caller';
import { CallOptions } from './CallOptions';
import { EntityPermission, EntityPermits } from './EntityPermits';
import { Rights } from './Permits';
import { Visibility } from './Visibility';

interface Deps {
  readonly credentials: BackstageCredentials;
  readonly caller: Caller;
  readonly rights: Rights;
  readonly visibility: Visibility;
  readonly entityPermits: EntityPermits;
  /** Groups of approvers. */
  readonly approvers: readonly string[];
}

/**
 * The person who asks: who they are, what the permission framework lets them do,
 * and what they see. There is one for each request, and it is all that a service
 * needs to know of them.
 */
export class Viewer implements CallOptions {
  readonly #deps: Deps;
  readonly credentials: BackstageCredentials;
  readonly caller: Caller;
  /** Rights about interest. */
  readonly rights: Rights;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.credentials = deps.credentials;
    this.caller = deps.caller;
    this.rights = deps.rights;
  }

  /** True where they belong to a configured group of approvers. */
  get isApprover(): boolean {
    const { ownership } = this.caller;
    return this.#deps.approvers.some(group => ownership.includes(group));
  }

  /** Returns whether they speak for the owner of a target. */
  owns(owner: string | null): boolean {
    return owns(this.caller, owner);
  }

  /** Decides some permissions for an entity, all asked at once. */
  async may<Name extends string>(
    wanted: Readonly<Record<Name, EntityPermission>>,
    ref: string,
  ): Promise<Record<Name, boolean>> {
    return this.#deps.entityPermits.of(wanted, ref, this.credentials);
  }

  /** A test of one permission for many entities at once. */
  async mayAmong(
    permission: EntityPermission,
    refs: readonly string[],
  ): Promise<(ref: string) => boolean> {
    return this.#deps.entityPermits.allows(permission, refs, this.credentials);
  }

  /** An entity as they see it; an unseen one is like none at all. */
  async entity(ref: string): Promise<Entity | undefined> {
    return this.#deps.visibility.entity(ref, this.credentials);
  }

  /** Those of the entities that they see, in no order that matters. */
  async entities(refs: readonly string[]): Promise<Entity[]> {
    return this.#deps.visibility.entities(refs, this.credentials);
  }

  /** A test of which entities they see, for many refs at once. */
  async sees(refs: readonly string[]): Promise<(ref: string) => boolean> {
    return this.#deps.visibility.ofRefs(refs, this.credentials);
  }

  /** Returns whether they see the whole catalog. */
  async seesCatalog(): Promise<boolean> {
    return this.#deps.visibility.isEverything(this.credentials);
  }

  /** Returns whether they may read every answer that is kept. */
  async seesAnswers(): Promise<boolean> {
    return !this.rights.read.isNone && this.seesCatalog();
  }

  /**
   * Lets them read those of the answers kept for everybody that were made from
   * nothing but what they see, and the Groups that they belong to. An entity
   * that the catalog does not have is like one that they cannot see.
   */
  get sight(): Sight {
    return { readerOf: async kept => this.#readerOf(kept) };
  }

  async #readerOf(
    kept: Parameters<Sight['readerOf']>[0],
  ): ReturnType<Sight['readerOf']> {
    if (await this.seesAnswers()) {
      return () => true;
    }
    const refs = kept.flatMap(answer => answer.refs ?? []);
    const isVisible = (await this.seesCatalog())
      ? () => true
      : await this.sees(refs);
    const own = new Set(this.caller.ownership);
    const readsInterest = !this.rights.read.isNone;
    return answer =>
      mayRead(answer, ref => own.has(ref) || isVisible(ref), readsInterest);
  }
}
