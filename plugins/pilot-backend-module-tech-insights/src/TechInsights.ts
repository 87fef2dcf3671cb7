import {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { z } from 'zod';

/** A check as Tech Insights lists it. */
export const registeredCheckSchema = z.object({
  id: z.string(),
  /** The entities that it is for; all, if absent. */
  filter: z.unknown().optional(),
});
export type RegisteredCheck = z.infer<typeof registeredCheckSchema>;

/**
 * Result of one check as Tech Insights sends it. Fact checkers differ in all
 * but id and result, so nothing else is insisted on.
 */
export const checkRunSchema = z.object({
  /** A boolean, of those checks that pass or fail. */
  result: z.unknown().optional(),
  facts: z
    .record(z.string(), z.object({ value: z.unknown().optional() }))
    .catch(() => ({})),
  check: z.object({
    id: z.string(),
    name: z.string().optional().catch(undefined),
    /** The retrievers whose facts it looks at. */
    factIds: z.array(z.string()).catch(() => []),
    metadata: z.record(z.string(), z.unknown()).catch(() => ({})),
    links: z.array(z.object({ url: z.string() })).catch(() => []),
  }),
});
export type CheckRun = z.infer<typeof checkRunSchema>;

/** Results of an entity's checks. */
export interface EntityRun {
  /** Full and lower-case. */
  readonly ref: string;
  /** A check that could not be told is not among them. */
  readonly runs: readonly CheckRun[];
  /** Tech Insights broke off: nothing is known of any check. */
  readonly broken: boolean;
}

/** Options of every request to Tech Insights. */
export interface TechInsightsOptions {
  readonly credentials: BackstageCredentials<BackstageServicePrincipal>;
  readonly signal?: AbortSignal;
}

/** The part of Tech Insights that the source needs. */
export interface TechInsights {
  listChecks(options: TechInsightsOptions): Promise<readonly RegisteredCheck[]>;

  /**
   * @param refs - at least one: without any, Tech Insights runs the checks of
   *   every entity that it knows
   * @param checks - ids in Tech Insights
   */
  runChecks(
    refs: readonly string[],
    checks: readonly string[],
    options: TechInsightsOptions,
  ): Promise<readonly EntityRun[]>;

  /**
   * Returns when the latest facts of an entity were found out, by retriever.
   */
  factTimes(
    ref: string,
    retrievers: readonly string[],
    options: TechInsightsOptions,
  ): Promise<ReadonlyMap<string, Date>>;
}
