import { z } from 'zod';
import { entityRefSchema } from './fields';

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
