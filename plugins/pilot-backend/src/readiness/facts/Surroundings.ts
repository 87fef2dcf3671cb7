import { Entity } from '@backstage/catalog-model';
import { AdoptionInput } from '@pilot-to-platform/plugin-pilot-common';

/** Ref of an entity that another one names, and its catalog entry if any. */
export interface NamedEntity {
  readonly ref: string;
  readonly entity?: Entity;
  /** Of a Group with `interest.childTeams`: the Groups below it. */
  readonly below?: readonly Entity[];
}

/** An entity and what it relates to, as the plugin itself sees the catalog. */
export interface Surroundings {
  readonly ref: string;
  readonly entity: Entity;
  readonly owner?: NamedEntity;
  /** The Group that a Pilot states to take over. */
  readonly handOff?: NamedEntity;
  /** Entities that implement a Pilot, or make up a System. */
  readonly parts: readonly Entity[];
  /** The APIs that it or its parts provide. */
  readonly apis: readonly Entity[];
  readonly system?: Entity;
  /** Refs that the entity names, even where the catalog lacks them. */
  readonly named: {
    readonly parts: readonly string[];
    readonly apis: readonly string[];
    readonly system?: string;
  };
  /** Another entity that it names, if the catalog has it. */
  readonly find: (ref: string) => Entity | undefined;
  /** Of a Pilot: whom it serves. */
  readonly adoption: AdoptionFacts;
}

/** The teams that a Pilot serves now, and every change of its manual steps. */
export interface AdoptionFacts
  extends Pick<AdoptionInput, 'adopters' | 'automated'> {
  /** Refs of the entities that those changes were made from. */
  readonly refs: readonly string[];
}

export const nobodyAdopted: AdoptionFacts = {
  adopters: [],
  automated: [],
  refs: [],
};
