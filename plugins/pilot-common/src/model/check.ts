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
  /** Sentence on how an answer comes about. */
  readonly answer: string;
  /** Weight in its dimension and overall; above 0. */
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
  /** True where results may be reported for it. */
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
  id: z.string().meta({ description: 'Id of the check' }),
  dimension: openEnum(dimensions).meta({
    description: 'Dimension of the check',
  }),
  question: z.string().meta({ description: 'Question of the check' }),
  answer: z
    .string()
    .meta({ description: 'Sentence on where the answer comes from' }),
  weight: z
    .number()
    .meta({ description: 'Weight in its dimension and overall', minimum: 0 }),
  required: z.array(openEnum(phases)).meta({
    description: 'The phases that cannot begin before it passes or is waived',
  }),
  /** The automatic source that answers it; null where there is none. */
  source: z.string().nullable().meta({
    description: 'The automatic source that answers it; null without one',
  }),
  /** Days that an attestation holds at most; null where it cannot be attested. */
  attestationDays: z.number().nullable().meta({
    description: 'Days that an attestation holds at most; null without any',
  }),
  report: z
    .boolean()
    .meta({ description: 'True where services can report results' }),
  staleAfterDays: z.number().meta({
    description: 'Days that an automatic or reported answer is trusted',
    minimum: 0,
  }),
  fix: z
    .object({
      text: z.string().meta({ description: 'Sentence on how to fix it' }),
      link: z.string().nullable().meta({
        description: 'URL or path of the page to fix it on; null without one',
      }),
    })
    .meta({ description: 'How to fix it' }),
});
/** Readiness check in force; see {@link checkSchema}. @public */
export type Check = z.infer<typeof checkSchema>;

/**
 * The answer of `GET /readiness/checks`: every check in force.
 * @public
 */
export const checkListSchema = z.object({
  items: z.array(checkSchema).meta({ description: 'The checks' }),
});
/** List of the checks in force; see {@link checkListSchema}. @public */
export type CheckList = z.infer<typeof checkListSchema>;
