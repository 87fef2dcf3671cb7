import { Entity } from '@backstage/catalog-model';

/** What an entity names: its ref, and the entity if the catalog has it. */
export interface Named {
  readonly ref: string;
  readonly entity?: Entity;
}

/** An entity and what it relates to, as the plugin itself sees the catalog. */
export interface Surroundings {
  readonly ref: string;
  readonly entity: Entity;
  readonly owner?: Named;
  /** The Group that a Pilot states to take over. */
  readonly handOff?: Named;
  /** What a Pilot is implemented by, and what a System consists of. */
  readonly parts: readonly Entity[];
  /** The APIs that it or its parts provide. */
  readonly apis: readonly Entity[];
  readonly system?: Entity;
  /** Another entity that it names, if the catalog has it. */
  readonly find: (ref: string) => Entity | undefined;
  /** Of a Pilot: whom it serves. */
  readonly adoption: AdoptionFacts;
}

/** Whom a Pilot serves, and whether no manual step was left at the time. */
export interface AdoptionFacts {
  /** Teams that are served now. */
  readonly adopters: number;
  /** When each of them was first served, as far as that is known. */
  readonly adoptedAt: readonly Date[];
  /** Every change of whether no manual step is left, oldest first. */
  readonly automated: ReadonlyArray<{
    readonly at: Date;
    readonly isAutomated: boolean;
  }>;
}

export const nobodyAdopted: AdoptionFacts = {
  adopters: 0,
  adoptedAt: [],
  automated: [],
};
