import { z } from 'zod';

/** Largest number of changes that the catalog sends at once. @public */
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
/** Change in the catalog; see {@link catalogChangeSchema}. @public */
export type CatalogChange = z.infer<typeof catalogChangeSchema>;

/** The body of `POST /internal/changes`. @public */
export const catalogChangesSchema = z.strictObject({
  changes: z.array(catalogChangeSchema).min(1).max(mostCatalogChanges),
});
/** Changes in the catalog; see {@link catalogChangesSchema}. @public */
export type CatalogChanges = z.infer<typeof catalogChangesSchema>;

/**
 * The answer of `POST /internal/changes`.
 * @public
 */
export const catalogChangesTakenSchema = z.object({
  /** Refs that the catalog does not serve yet as it processed them: to be told of again. */
  later: z.array(z.string()),
});
/**
 * Answer to changes in the catalog; see {@link catalogChangesTakenSchema}.
 * @public
 */
export type CatalogChangesTaken = z.infer<typeof catalogChangesTakenSchema>;
