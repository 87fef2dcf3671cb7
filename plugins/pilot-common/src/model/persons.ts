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
    .meta({ description: 'Only count the changes, without writing them' }),
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
      'Pseudonym that replaces their ref; null where nothing was erased',
  }),
  dryRun: z
    .boolean()
    .meta({ description: 'Only count the changes, without writing them' }),
  /** Tables in which rows changed, or would change. */
  places: z
    .array(
      z.object({
        table: z
          .string()
          .meta({ description: "Table of the plugin's database" }),
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
    description: 'Reason; the log keeps it',
  }),
  /** Only lists what would be withdrawn. */
  dryRun: z
    .boolean()
    .default(false)
    .meta({ description: 'Only count the changes, without writing them' }),
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
    .meta({ description: 'Only count the changes, without writing them' }),
  /** The interests that were withdrawn now, or would be. */
  withdrawn: z
    .array(
      z.object({
        id: z.string().meta({ description: 'Id of the interest' }),
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
