import { z } from 'zod';
import { entityRefSchema } from './fields';
import { openEnum } from './openEnum';

/**
 * Parts of a target that can be stored otherwise than its log says: its
 * interests; who owns it and what implements what; the sums of its teams, its
 * own, and those of past days; its place in the feed of the catalog; or all of
 * its row.
 * @public
 */
export const storedDifferences = [
  'interests',
  'facts',
  'teams',
  'sums',
  'days',
  'feed',
  'unreadable',
] as const;
/** One of {@link storedDifferences}. @public */
export type StoredDifference = (typeof storedDifferences)[number];

/** The body of `POST /maintenance/check` and `POST /maintenance/rebuild`. @public */
export const maintenancePageSchema = z.strictObject({
  /** Refs of the targets; a page of all of them if absent. */
  targets: z
    .array(entityRefSchema())
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'Which; a page of all of them if absent' }),
  /** The `next` of the page before. */
  after: z
    .int()
    .min(0)
    .default(0)
    .meta({ description: 'The next of the page before' }),
  /** Largest number of targets. */
  limit: z
    .int()
    .min(1)
    .max(500)
    .default(200)
    .meta({ description: 'Maximum number of targets' }),
});
/** Targets to check or rebuild; see {@link maintenancePageSchema}. @public */
export type MaintenancePage = z.output<typeof maintenancePageSchema>;

const next = z.number().int().optional();
const notReplayable = z.array(z.string());

/** The answer of `POST /maintenance/check`. @public */
export const storedCheckSchema = z.object({
  checked: z
    .number()
    .int()
    .meta({ description: 'Targets that were compared', minimum: 0 }),
  different: z
    .array(
      z.object({
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        parts: z.array(openEnum(storedDifferences)).meta({
          description:
            'Differences: interests, facts of the catalog, sums of teams, sums of the target, past days, its place in the feed, or an unreadable row',
        }),
      }),
    )
    .meta({
      description:
        'Targets of which something is stored otherwise than the log says',
    }),
  /** Targets whose log has a line that this release cannot read. */
  notReplayable: notReplayable.meta({
    description:
      'Targets that are left alone: their log or row holds what this release cannot read',
  }),
  /** Value to send as `after` for the next page; absent from the last one. */
  next: next.meta({
    description: 'Value of after for the next page; absent on the last page',
  }),
});
/**
 * Result of a check of stored targets; see {@link storedCheckSchema}.
 * @public
 */
export type StoredCheck = z.infer<typeof storedCheckSchema>;

/** The answer of `POST /maintenance/rebuild`. @public */
export const rebuiltSchema = z.object({
  rebuilt: z
    .number()
    .int()
    .meta({ description: 'Targets that were written anew', minimum: 0 }),
  /** Targets that were left as they are: their log has a line that cannot be read. */
  notReplayable: notReplayable.meta({
    description:
      'Targets that are left alone: their log or row holds what this release cannot read',
  }),
  next: next.meta({
    description: 'Value of after for the next page; absent on the last page',
  }),
});
/** Result of a rebuild of stored targets; see {@link rebuiltSchema}. @public */
export type Rebuilt = z.infer<typeof rebuiltSchema>;
