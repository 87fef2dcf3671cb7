import {
  BackstageCredentials,
  BackstageServicePrincipal,
  createExtensionPoint,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';

/**
 * An entity whose checks are to be answered.
 * @public
 */
export interface ReadinessSubject {
  /** Full and lower-case. */
  readonly ref: string;
  /** As the catalog serves it, relations included. */
  readonly entity: Entity;
  /** The checks of this source that are asked about the entity. */
  readonly checks: readonly string[];
}

/**
 * Answer of a source to one check.
 * @public
 */
export interface SourceAnswer {
  readonly check: string;
  readonly verdict: 'pass' | 'fail' | 'notApplicable';
  /** Reason, in a sentence. */
  readonly note?: string;
  /** A URL. */
  readonly evidence?: string;
  /** Time when it was found out; now if absent. */
  readonly at?: Date;
  /**
   * Refs of other entities that it was made from, whether the catalog has them or
   * not: only who sees all of them reads the answer.
   */
  readonly refs?: readonly string[];
  /** It was made from recorded interest, too: only who may read that reads it. */
  readonly interest?: boolean;
}

/**
 * Answers checks by itself.
 * @public
 */
export interface ReadinessSource {
  /** Slug that tells people where an answer comes from, such as `tech-insights`. */
  readonly id: string;
  /**
   * The checks that it answers. It takes the place of whatever answered them
   * before; attestations and reports stay above it.
   */
  readonly checks: readonly string[];
  /** Sentence for people on how an answer comes about. */
  readonly answer: string;
  /**
   * Answers by entity ref. A check without an answer cannot be told, and keeps
   * its last answer until that goes stale; an entity that is missing in the
   * result counts as silent.
   *
   * @throws where the source cannot be asked: every last answer is kept
   */
  collect(
    subjects: readonly ReadinessSubject[],
    options: {
      /** Of the pilot plugin itself: facts are collected for everybody. */
      credentials: BackstageCredentials<BackstageServicePrincipal>;
      signal?: AbortSignal;
    },
  ): Promise<ReadonlyMap<string, readonly SourceAnswer[]>>;
}

/**
 * Extension point for modules of the pilot plugin that add to readiness.
 * @public
 */
export interface PilotReadinessExtensionPoint {
  /**
   * Adds checks beside the default ones; the configuration can change them too.
   *
   * @throws for an id that is taken, and for a check that cannot be asked, such
   *   as one with a misspelt predicate or a weight of 0
   */
  addChecks(...checks: CheckDefinition[]): void;
  /**
   * Adds a source of answers.
   *
   * @throws for an id that is taken
   */
  addSource(source: ReadinessSource): void;
}

/**
 * Adds checks and sources of answers to readiness.
 * @public
 */
export const pilotReadinessExtensionPoint =
  createExtensionPoint<PilotReadinessExtensionPoint>({ id: 'pilot.readiness' });
