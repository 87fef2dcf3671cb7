import { z } from 'zod';

/** How many changes the catalog tells of at once, at the most. @public */
export const mostCatalogChanges = 500;

/**
 * An entity of which the catalog processed something new. It says nothing of
 * what that is: facts are read from the catalog.
 * @public
 */
export const catalogChangeSchema = z.strictObject({
  ref: z.string().min(1).max(1000),
  /** Of what was processed; who reads another one reads what was there before. */
  digest: z.string().min(1).max(100),
});
/** What {@link catalogChangeSchema} describes. @public */
export type CatalogChange = z.infer<typeof catalogChangeSchema>;

/** The body of `POST /internal/changes`. @public */
export const catalogChangesSchema = z.strictObject({
  changes: z.array(catalogChangeSchema).min(1).max(mostCatalogChanges),
});
/** What {@link catalogChangesSchema} describes. @public */
export type CatalogChanges = z.infer<typeof catalogChangesSchema>;

/**
 * The answer of `POST /internal/changes`.
 * @public
 */
export const catalogChangesTakenSchema = z.object({
  /** Refs that the catalog does not serve yet as it processed them: to be told of again. */
  later: z.array(z.string()),
});
/** What {@link catalogChangesTakenSchema} describes. @public */
export type CatalogChangesTaken = z.infer<typeof catalogChangesTakenSchema>;
