import type { Entity } from '@backstage/catalog-model';
import type { Phase } from './vocabulary';

/**
 * The `apiVersion` of the kind Pilot.
 * @public
 */
export const pilotApiVersion = 'pilot-to-platform/v1alpha1';

/**
 * One team's novel capability: the problem it solves, what it is implemented
 * by, and the manual steps accepted for now.
 * @public
 */
export interface PilotEntityV1alpha1 extends Entity {
  apiVersion: typeof pilotApiVersion;
  kind: 'Pilot';
  spec: {
    /** Free text, such as `capability`. */
    type?: string;
    /** Ref of a Group: a pilot is a team's. */
    owner: string;
    /**
     * In a document the phase declared at first sight; in the catalog's answer
     * the one that holds.
     */
    phase?: Phase;
    /** Problem of today, and whose it is. */
    problem: string;
    /** Slug; two Pilots with the same one are likely re-implementations. */
    capability?: string;
    system?: string;
    domain?: string;
    /** Refs of the entities that implement it. */
    implementedBy?: string[];
    /** Technology choices made. */
    decisions?: Array<{ title: string; rationale: string; link?: string }>;
    /** Operations still done by hand. */
    manualSteps?: Array<{
      id: string;
      title: string;
      /** Of a person's time, each time. */
      minutes?: number;
      /** Number of times that it is done in a month. */
      timesPerMonth?: number;
      /** An entity ref or a URL; absent while manual. */
      automatedBy?: string;
    }>;
    successMeasures?: Array<{
      title: string;
      target: number;
      current?: number;
    }>;
    /** Declared to be of platform scale from day one; still needs an approval. */
    platformScale?: { rationale: string };
    /** The pilot team will not be the platform team. */
    handOff?: { to: string; rationale: string };
  };
}

/**
 * Returns whether an entity is a Pilot of a version known here.
 * @public
 */
export function isPilotEntity(entity: Entity): entity is PilotEntityV1alpha1 {
  return (
    entity.apiVersion === pilotApiVersion &&
    entity.kind.toLocaleLowerCase('en-US') === 'pilot'
  );
}
