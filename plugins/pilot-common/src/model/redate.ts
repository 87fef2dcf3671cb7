import { z } from 'zod';

/**
 * The body of `POST /maintenance/redate`.
 * @public
 */
export const redateSchema = z.strictObject({
  /** Only says what there is to mend. */
  dryRun: z
    .boolean()
    .optional()
    .meta({ description: 'Only count the changes, without writing them' }),
});
/** Redating as a client asks for it; see {@link redateSchema}. @public */
export type Redate = z.input<typeof redateSchema>;

/**
 * The answer of `POST /maintenance/redate`: what a clock that was ahead has dated.
 * @public
 */
export const redatedSchema = z.object({
  /** Time that the database's clock shows. */
  now: z
    .string()
    .meta({ description: "Time of the database's clock; ISO 8601 in UTC" }),
  dryRun: z
    .boolean()
    .meta({ description: 'Only count the changes, without writing them' }),
  /** Number of rows dated later than now, by table. */
  rows: z
    .record(z.string(), z.number().int())
    .meta({ description: 'Number of rows dated in the future, by table' }),
  /** Of how many entities something is dated later than now. */
  targets: z.number().int().meta({
    description: 'Number of entities with rows dated in the future',
    minimum: 0,
  }),
});
/** Result of redating; see {@link redatedSchema}. @public */
export type Redated = z.infer<typeof redatedSchema>;
