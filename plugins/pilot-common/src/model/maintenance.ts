import { z } from 'zod';
import { entityRefSchema } from './fields';
import { openEnum } from './openEnum';

/**
 * What of a target can be stored otherwise than its log says: its interests; who
 * owns it and what implements what; the sums of its teams, its own, and those of
 * past days; its place in the feed of the catalog; or all of its row.
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
  /** Which; a page of all of them if absent. */
  targets: z.array(entityRefSchema()).min(1).max(500).optional(),
  /** The `next` of the page before. */
  after: z.int().min(0).default(0),
  /** How many targets at most. */
  limit: z.int().min(1).max(500).default(200),
});
/** What {@link maintenancePageSchema} describes. @public */
export type MaintenancePage = z.output<typeof maintenancePageSchema>;

const next = z.number().int().optional();
const notReplayable = z.array(z.string());

/** The answer of `POST /maintenance/check`. @public */
export const storedCheckSchema = z.object({
  checked: z.number().int(),
  different: z.array(
    z.object({
      target: z.string(),
      parts: z.array(openEnum(storedDifferences)),
    }),
  ),
  /** Targets whose log has a line that this release cannot read. */
  notReplayable,
  /** What to send as `after` for the next page; absent from the last one. */
  next,
});
/** What {@link storedCheckSchema} describes. @public */
export type StoredCheck = z.infer<typeof storedCheckSchema>;

/** The answer of `POST /maintenance/rebuild`. @public */
export const rebuiltSchema = z.object({
  rebuilt: z.number().int(),
  /** Targets that were left as they are: their log has a line that cannot be read. */
  notReplayable,
  next,
});
/** What {@link rebuiltSchema} describes. @public */
export type Rebuilt = z.infer<typeof rebuiltSchema>;
