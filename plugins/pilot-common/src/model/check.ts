import type { FilterPredicate } from '@backstage/filter-predicates';
import { z } from 'zod';
import { openEnum } from './openEnum';
import { dimensions, phases, type Dimension, type Phase } from './vocabulary';

/**
 * The id of a check: `dimension.slug` for the default ones, any path of slugs
 * for those of an operator.
 * @public
 */
export const checkIdSchema = z
  .string()
  .max(100, 'must have at most 100 characters')
  .regex(
    /^[a-z0-9]+([.-][a-z0-9]+)*$/,
    'must be lower-case letters and digits, joined by single dots and dashes, such as docs.getting-started',
  );

/**
 * One readiness question, as data.
 * @public
 */
export interface CheckDefinition {
  readonly id: string;
  readonly dimension: Dimension;
  readonly question: string;
  /** How an answer comes about, in a sentence. */
  readonly answer: string;
  /** What it counts in its dimension and overall; above 0. */
  readonly weight: number;
  /** The phases that cannot begin before it passes or is waived. */
  readonly required: readonly Phase[];
  /** The entities that it is asked about. */
  readonly appliesTo: FilterPredicate;
  /** The automatic source that answers it, if one does. */
  readonly source?: string;
  /** Of the source `predicate`: what it holds for passes, everything else fails. */
  readonly predicate?: FilterPredicate;
  /** The owner may attest it; for how many days that holds at most. */
  readonly attestation?: { readonly maxDays: number };
  /** Whether results may be reported for it. */
  readonly report: boolean;
  /** Days after which an automatic or reported answer is not trusted any more. */
  readonly staleAfterDays: number;
  readonly fix: {
    readonly text: string;
    /**
     * A URL, a path of the portal, or one of `entity`, `edit`, `docs` and
     * `create`, which stand for pages of the entity and of the portal.
     */
    readonly link?: string;
  };
  /** Numbers that its source goes by, such as consumers for each person. */
  readonly options?: Readonly<Record<string, number>>;
}

/**
 * A check as `GET /readiness/checks` tells it.
 * @public
 */
export const checkSchema = z.object({
  id: z.string(),
  dimension: openEnum(dimensions),
  question: z.string(),
  answer: z.string(),
  weight: z.number(),
  required: z.array(openEnum(phases)),
  /** The automatic source that answers it; null where there is none. */
  source: z.string().nullable(),
  /** Days that an attestation holds at most; null where it cannot be attested. */
  attestationDays: z.number().nullable(),
  report: z.boolean(),
  staleAfterDays: z.number(),
  fix: z.object({ text: z.string(), link: z.string().nullable() }),
});
/** What {@link checkSchema} describes. @public */
export type Check = z.infer<typeof checkSchema>;

/**
 * The answer of `GET /readiness/checks`: every check in force.
 * @public
 */
export const checkListSchema = z.object({ items: z.array(checkSchema) });
/** What {@link checkListSchema} describes. @public */
export type CheckList = z.infer<typeof checkListSchema>;
