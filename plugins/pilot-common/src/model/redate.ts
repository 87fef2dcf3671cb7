import { z } from 'zod';

/**
 * The body of `POST /maintenance/redate`.
 * @public
 */
export const redateSchema = z.strictObject({
  /** Only says what there is to mend. */
  dryRun: z.boolean().optional(),
});
/** What {@link redateSchema} describes, as it is sent. @public */
export type Redate = z.input<typeof redateSchema>;

/**
 * The answer of `POST /maintenance/redate`: what a clock that was ahead has dated.
 * @public
 */
export const redatedSchema = z.object({
  /** What the database's clock shows. */
  now: z.string(),
  dryRun: z.boolean(),
  /** How many rows are dated later than now, by table. */
  rows: z.record(z.string(), z.number().int()),
  /** Of how many entities something is dated later than now. */
  targets: z.number().int(),
});
/** What {@link redatedSchema} describes. @public */
export type Redated = z.infer<typeof redatedSchema>;
