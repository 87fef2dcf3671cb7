import { z } from 'zod';
import { entityRefSchema, requiredText } from './fields';

/**
 * The body of `POST /persons/erase`.
 * @public
 */
export const erasePersonSchema = z.strictObject({
  person: entityRefSchema({ kind: 'user' }),
  /** Only counts what would change. */
  dryRun: z.boolean().default(false),
});
/** What {@link erasePersonSchema} describes, as it is sent. @public */
export type ErasePerson = z.input<typeof erasePersonSchema>;

/**
 * The answer of `POST /persons/erase`.
 * @public
 */
export const erasedPersonSchema = z.object({
  /** What stands where the ref stood; null where nothing was erased. */
  pseudonym: z.string().nullable(),
  dryRun: z.boolean(),
  /** Tables in which rows changed, or would change. */
  places: z.array(z.object({ table: z.string(), rows: z.number().int() })),
});
/** What {@link erasedPersonSchema} describes. @public */
export type ErasedPerson = z.infer<typeof erasedPersonSchema>;

/**
 * The body of `POST /persons/withdraw`.
 * @public
 */
export const withdrawPersonSchema = z.strictObject({
  person: entityRefSchema({ kind: 'user' }),
  reason: requiredText(2000, 'say why; the log keeps it'),
  /** Only lists what would be withdrawn. */
  dryRun: z.boolean().default(false),
});
/** What {@link withdrawPersonSchema} describes, as it is sent. @public */
export type WithdrawPerson = z.input<typeof withdrawPersonSchema>;

/**
 * The answer of `POST /persons/withdraw`.
 * @public
 */
export const withdrawnPersonSchema = z.object({
  person: z.string(),
  dryRun: z.boolean(),
  /** The interests that were withdrawn now, or would be. */
  withdrawn: z.array(
    z.object({
      id: z.string(),
      target: z.string(),
      team: z.string(),
      useCaseKey: z.string(),
    }),
  ),
});
/** What {@link withdrawnPersonSchema} describes. @public */
export type WithdrawnPerson = z.infer<typeof withdrawnPersonSchema>;
/** One interest of {@link WithdrawnPerson}. @public */
export type WithdrawnInterest = WithdrawnPerson['withdrawn'][number];
