import { z } from 'zod';
import { entityRefSchema, requiredText } from './fields';

/**
 * The body of `POST /persons/erase`.
 * @public
 */
export const erasePersonSchema = z.strictObject({
  person: entityRefSchema({ kind: 'user' }).meta({ description: 'User ref' }),
  /** Only counts what would change. */
  dryRun: z
    .boolean()
    .default(false)
    .meta({ description: 'Only counts what would change; nothing is written' }),
});
/** Erasure as a client asks for it; see {@link erasePersonSchema}. @public */
export type ErasePerson = z.input<typeof erasePersonSchema>;

/**
 * The answer of `POST /persons/erase`.
 * @public
 */
export const erasedPersonSchema = z.object({
  /** Ref that stands where theirs stood; null where nothing was erased. */
  pseudonym: z.string().nullable().meta({
    description:
      'User ref that stands where theirs stood; null where nothing was erased',
  }),
  dryRun: z
    .boolean()
    .meta({ description: 'Only counts what would change; nothing is written' }),
  /** Tables in which rows changed, or would change. */
  places: z
    .array(
      z.object({
        table: z
          .string()
          .meta({ description: 'Of the database of the plugin' }),
        rows: z.number().int().meta({ description: 'Rows of it', minimum: 0 }),
      }),
    )
    .meta({ description: 'Tables in which rows changed, or would change' }),
});
/** Result of an erasure; see {@link erasedPersonSchema}. @public */
export type ErasedPerson = z.infer<typeof erasedPersonSchema>;

/**
 * The body of `POST /persons/withdraw`.
 * @public
 */
export const withdrawPersonSchema = z.strictObject({
  person: entityRefSchema({ kind: 'user' }).meta({ description: 'User ref' }),
  reason: requiredText(2000, 'say why; the log keeps it').meta({
    description: 'Why; it is kept in the log',
  }),
  /** Only lists what would be withdrawn. */
  dryRun: z
    .boolean()
    .default(false)
    .meta({ description: 'Only counts what would change; nothing is written' }),
});
/**
 * Withdrawal as a client asks for it; see {@link withdrawPersonSchema}.
 * @public
 */
export type WithdrawPerson = z.input<typeof withdrawPersonSchema>;

/**
 * The answer of `POST /persons/withdraw`.
 * @public
 */
export const withdrawnPersonSchema = z.object({
  person: z.string().meta({ description: 'User ref' }),
  dryRun: z
    .boolean()
    .meta({ description: 'Only counts what would change; nothing is written' }),
  /** The interests that were withdrawn now, or would be. */
  withdrawn: z
    .array(
      z.object({
        id: z.string().meta({ description: 'Of an interest' }),
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        team: z.string().meta({ description: 'Ref of a Group' }),
        useCaseKey: z.string().meta({
          description: 'Tells apart several use cases of one person and team',
        }),
      }),
    )
    .meta({ description: 'Interests that were withdrawn now, or would be' }),
});
/** Result of a withdrawal; see {@link withdrawnPersonSchema}. @public */
export type WithdrawnPerson = z.infer<typeof withdrawnPersonSchema>;
/** One interest of {@link WithdrawnPerson}. @public */
export type WithdrawnInterest = WithdrawnPerson['withdrawn'][number];
